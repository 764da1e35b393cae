package dev.timbre.consent.control;

import dev.timbre.access.entity.Brands;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.CaptureQuestion;
import dev.timbre.consent.entity.CaptureWording;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.ConsentEvidence.Content;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.EvidenceKind;
import dev.timbre.consent.entity.LinkKind;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** What happens to a question between its asking and the consent it becomes. */
@ApplicationScoped
class CaptureDesk {

  @Inject Captures captures;
  @Inject Consents consents;
  @Inject TalentLinks links;
  @Inject Brands brands;
  @Inject StatementWords words;
  @Inject ConsentConfig config;
  @Inject ContentErasure erasure;
  @Inject BlobStore store;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * A question of somebody who may be asked, locked after them, as erasure does.
   *
   * @throws dev.timbre.platform.error.Conflict when the talent's data were erased
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public ConsentCapture open(UUID captureId) {
    consents.getKnownTalent(captures.get(captureId).getTalent().getId());
    return captures.getForChange(captureId);
  }

  /**
   * The question that a talent answers, locked as above.
   *
   * @throws dev.timbre.platform.error.Conflict when the link opens it no more, though it may have
   *     done so a moment ago
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public ConsentCapture open(LinkToken token) {
    ConsentCapture capture = open(links.open(token, LinkKind.CAPTURE));
    links.requireStill(token);
    return capture;
  }

  /** The words of a link that is made now. */
  CaptureWording word(CaptureQuestion question, String nonce) {
    String text =
        words.fill(
            question.statement(),
            new StatementWords.Blanks(
                question.talent(),
                brands.get(question.statement().getBrandId()),
                question.scope(),
                nonce));
    return new CaptureWording(nonce, text, clock.instant().plus(config.linkLife()));
  }

  /** Takes a recording that was heard and is on disk. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void recorded(LinkToken token, String sha256, StatementHearing.Heard heard) {
    ConsentCapture capture = open(token);
    store.register(sha256, heard.mediaType());
    if (!sha256.equals(capture.getRecording())) {
      dropRecording(capture);
    }
    capture.recorded(clock.instant(), sha256, heard.seconds());
    trail.done(AuditAction.CAPTURE_RECORD, capture.getId(), Change.to("sha256", sha256));
  }

  /** What was recorded so far is not needed any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void dropRecording(ConsentCapture capture) {
    if (capture.getRecording() != null) {
      erasure.leftover(capture.getTalent().getId(), capture.getRecording());
    }
  }

  /** The talent's yes becomes a version of a consent with its evidence. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Consent agreed(ConsentCapture capture) {
    Consent consent = noted(capture);
    ConsentVersion version = consent.newest();
    capture.became(version);
    Actor talent = Actor.link(capture.getId());
    Content recording =
        new Content(EvidenceKind.STATEMENT_RECORDING, "statement", capture.getRecording());
    Content text = new Content(EvidenceKind.STATEMENT_TEXT, "statement.txt", kept(capture));
    consents.add(new ConsentEvidence(clock.instant(), version, recording, talent));
    consents.add(new ConsentEvidence(clock.instant(), version, text, talent));
    trail.done(
        AuditAction.CAPTURE_CONFIRM,
        capture.getId(),
        Change.to("consent", consent.getId()),
        Change.to("version", version.getId()),
        Change.to("recording", capture.getRecording()),
        Change.to("statementDigest", capture.getStatementDigest()),
        Change.to("nonce", capture.getNonce()));
    return consent;
  }

  /** The talent's no; what they recorded goes. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void decline(ConsentCapture capture, String reason) {
    dropRecording(capture);
    capture.decline(clock.instant(), reason);
    trail.done(AuditAction.CAPTURE_DECLINE, capture.getId());
  }

  /** Notes that nobody answered in time, if that is so. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void expire(UUID captureId) {
    ConsentCapture capture = captures.getForChange(captureId);
    if (capture.isOverdue(clock.instant())) {
      dropRecording(capture);
      capture.expire(clock.instant());
      trail.done(AuditAction.CAPTURE_EXPIRE, captureId);
    }
  }

  private Consent noted(ConsentCapture capture) {
    if (capture.getConsentId() == null) {
      Consent consent =
          new Consent(
              clock.instant(), capture.getTalent(), capture.scope(), capture.getStatementText());
      consents.add(consent);
      trail.done(
          AuditAction.CONSENT_CREATE,
          consent.getId(),
          Change.to("talent", capture.getTalent().getId()),
          Change.to("version", consent.newest().getId()));
      return consent;
    }
    Consent consent = consents.getForChange(capture.getConsentId());
    UUID before = consent.newest().getId();
    ConsentVersion added =
        consent.extend(clock.instant(), capture.scope(), capture.getStatementText());
    trail.done(
        AuditAction.CONSENT_EXTEND, consent.getId(), Change.of("version", before, added.getId()));
    return consent;
  }

  private String kept(ConsentCapture capture) {
    byte[] text = capture.getStatementText().getBytes(StandardCharsets.UTF_8);
    String digest = store.keep(out -> out.write(text));
    store.register(digest, "text/plain");
    return digest;
  }
}
