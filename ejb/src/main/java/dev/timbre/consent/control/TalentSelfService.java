package dev.timbre.consent.control;

import dev.timbre.access.entity.Brands;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.LinkKind;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.consent.entity.TalentLink;
import dev.timbre.platform.error.Conflict;
import dev.timbre.storage.control.BlobStore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What talents do by themselves. They have no account: the link they were sent is all that is asked
 * of them, and every method begins with it.
 */
@Stateless
@PermitAll
public class TalentSelfService {

  /** Largest recording of a statement, in bytes; three minutes of 16-bit mono at 48 kHz fit. */
  public static final long MAX_BYTES = 18_000_000;

  @Inject TalentLinks links;
  @Inject Captures captures;
  @Inject Consents consents;
  @Inject Brands brands;
  @Inject CaptureDesk desk;
  @Inject ConsentEnding ending;
  @Inject StatementHearing hearing;
  @Inject BlobStore store;
  @Inject Clock clock;

  /**
   * What a link shows: either a question that is open, or a consent.
   *
   * @param capture null for a link to a consent
   * @param consent null for a question
   * @param brands names, the asking one first
   */
  public record View(
      ConsentCapture capture,
      Consent consent,
      String talent,
      List<String> brands,
      ConsentScope scope) {}

  /**
   * What the link opens.
   *
   * @throws dev.timbre.platform.error.NotFound when nobody made such a link
   * @throws Conflict when it was used, taken back, or its time is over
   */
  public View open(LinkToken token) {
    TalentLink link = links.open(token);
    if (link.getKind() == LinkKind.CAPTURE) {
      ConsentCapture capture = captures.get(link.getSubjectId());
      capture.requireOpen(clock.instant());
      return new View(
          capture,
          null,
          capture.getTalent().getName(),
          names(capture.scope(), capture.getBrandId()),
          capture.scope());
    }
    Consent consent = consents.get(link.getSubjectId());
    ConsentScope scope = consent.current().scope();
    return new View(null, consent, consent.getTalent().getName(), names(scope, null), scope);
  }

  private List<String> names(ConsentScope scope, UUID first) {
    return scope.brandIds().stream()
        .sorted((a, b) -> Boolean.compare(b.equals(first), a.equals(first)))
        .map(id -> brands.get(id).getName())
        .toList();
  }

  /**
   * Takes a recording of the statement; a further one replaces it.
   *
   * @param file belongs to the caller, who deletes it
   * @return its length in seconds
   * @throws dev.timbre.audio.entity.RecordingRejected when it is no sound, too short or too long
   * @throws dev.timbre.platform.error.Invalid when it is silent
   */
  @Audited(AuditAction.CAPTURE_RECORD)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public double record(LinkToken token, Path file) {
    UUID captureId = links.open(token, LinkKind.CAPTURE);
    captures.get(captureId).requireOpen(clock.instant());
    StatementHearing.Heard heard = hearing.hear(file);
    String digest = store.keep(out -> Files.copy(file, out));
    desk.recorded(captureId, digest, heard);
    return heard.seconds();
  }

  /**
   * The talent agrees: the consent, its evidence and their entries in the log are made together.
   *
   * @return the token of the link by which they can see and withdraw it later
   */
  @Audited(AuditAction.CAPTURE_CONFIRM)
  public LinkToken confirm(LinkToken token, ConsentCapture.Agreement agreement) {
    ConsentCapture capture = captures.getForChange(links.open(token, LinkKind.CAPTURE));
    capture.confirm(clock.instant(), agreement);
    Consent consent = desk.agreed(capture);
    return links.issue(LinkKind.CONSENT, consent.getId(), null);
  }

  /**
   * The talent says no.
   *
   * @param reason may be null
   */
  @Audited(AuditAction.CAPTURE_DECLINE)
  public void decline(LinkToken token, String reason) {
    ConsentCapture capture = captures.getForChange(links.open(token, LinkKind.CAPTURE));
    desk.decline(capture, reason);
  }

  /**
   * The talent withdraws; what rests on the consent stops with this transaction.
   *
   * @param reason may be null
   */
  @Audited(AuditAction.CONSENT_WITHDRAW)
  public Instant withdraw(LinkToken token, String reason) {
    UUID consentId = links.open(token, LinkKind.CONSENT);
    return ending.withdraw(ending.getForEnd(consentId), reason).getWithdrawnAt();
  }
}
