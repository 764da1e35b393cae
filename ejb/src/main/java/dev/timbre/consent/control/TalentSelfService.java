package dev.timbre.consent.control;

import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.consent.entity.CaptureAgreement;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.LinkKind;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.platform.error.Conflict;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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
  @Inject LinkViews views;
  @Inject Captures captures;
  @Inject StatementIntake intake;
  @Inject CaptureDesk desk;
  @Inject ConsentEnding ending;
  @Inject Clock clock;

  /**
   * What the link opens.
   *
   * @throws dev.timbre.platform.error.NotFound when nobody made such a link
   * @throws Conflict when it was used, taken back, or its time is over
   */
  public LinkView open(LinkToken token) {
    return views.of(links.open(token));
  }

  /**
   * Takes a recording of the statement; a further one replaces it.
   *
   * @param file belongs to the caller, who deletes it
   * @return its length in seconds
   * @throws dev.timbre.audio.entity.RecordingRejected when it is no sound, too short or too long
   * @throws dev.timbre.platform.error.Invalid when it is silent
   * @throws dev.timbre.platform.error.LimitExceeded when the link took as many as it takes
   */
  @Audited(AuditAction.CAPTURE_RECORD)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public double record(LinkToken token, Path file) {
    UUID captureId = links.open(token, LinkKind.CAPTURE);
    captures.get(captureId).requireRoom(clock.instant());
    return intake.take(token, file);
  }

  /**
   * The talent agrees: the consent, its evidence and their entries in the log are made together.
   *
   * @return the token of the link by which they can see and withdraw it later
   */
  @Audited(AuditAction.CAPTURE_CONFIRM)
  public LinkToken confirm(LinkToken token, CaptureAgreement agreement) {
    ConsentCapture capture = desk.open(token);
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
    desk.decline(desk.open(token), reason);
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
