package dev.timbre.consent.control;

import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.Recordings;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.CaptureState;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.Erasure;
import dev.timbre.consent.entity.ErasureCause;
import dev.timbre.consent.entity.Erasures;
import dev.timbre.consent.entity.Talent;
import dev.timbre.platform.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Forgets a talent in one transaction: personal words go with it, files right after it. Ids,
 * digests and the log stay as they are.
 */
@ApplicationScoped
class TalentForgetting {

  @Inject Consents consents;
  @Inject Captures captures;
  @Inject Recordings recordings;
  @Inject Erasures erasures;
  @Inject ConsentEnding ending;
  @Inject ContentErasure contents;
  @Inject Announcing announcing;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** Those who keep more of the talent, which only events reach. */
  @ApplicationScoped
  static class Announcing {

    @Inject Event<ErasureAsked> asked;
    @Inject Event<TalentErased> erased;

    void asked(UUID talentId, boolean endFirst) {
      asked.fire(new ErasureAsked(talentId, endFirst));
    }

    void erased(UUID erasureId, UUID talentId) {
      erased.fire(new TalentErased(erasureId, talentId));
    }
  }

  /**
   * The operation that takes the files, to be watched. Doing it again takes whatever is there of
   * the talent all the same, as after a backup was restored.
   *
   * @param endFirst whether to withdraw consents and retire voices first; otherwise they are a
   *     reason to refuse
   * @throws Conflict when something is still in use, saying what to do first
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID forget(UUID talentId, ErasureCause cause, boolean endFirst) {
    Talent talent = consents.getTalentForChange(talentId);
    consents.ofTalent(talentId).forEach(consent -> endOrRefuse(consent.getId(), endFirst));
    announcing.asked(talentId, endFirst);
    Erasure erasure = new Erasure(clock.instant(), talentId, cause);
    erasures.add(erasure);
    trail.intended(
        AuditAction.TALENT_ERASE,
        talentId,
        Change.to("erasure", erasure.getId()),
        Change.to("cause", cause));
    forgetWords(erasure, talent);
    announcing.erased(erasure.getId(), talentId);
    return contents.order(erasure);
  }

  /** Also one that is over: whoever is forgotten agrees to nothing, and nobody can extend it. */
  private void endOrRefuse(UUID consentId, boolean endFirst) {
    Consent consent = ending.getForEnd(consentId);
    if (consent.isWithdrawn()) {
      return;
    }
    if (!consent.isOver(clock.instant()) && !endFirst) {
      throw new Conflict(
          "talent-consent-in-force",
          "Consent "
              + consentId
              + " of the talent is still in force; withdraw it first, or say that everything is"
              + " to be ended.");
    }
    ending.withdraw(consent, null);
  }

  private void forgetWords(Erasure erasure, Talent talent) {
    UUID id = erasure.getId();
    erasures.releaseEvidence(id, talent.getId());
    for (ConsentCapture capture : captures.ofTalent(talent.getId())) {
      erasures.release(id, capture.getId(), capture.getRecording());
      if (capture.getState() == CaptureState.OPEN) {
        capture.revoke(clock.instant());
        trail.done(AuditAction.CAPTURE_REVOKE, capture.getId());
      }
      capture.erase();
      captures.revokeLinks(capture.getId(), clock.instant());
    }
    for (Recording recording : recordings.ofTalent(talent.getId())) {
      erasures.release(id, recording.getId(), recording.getOriginal());
      erasures.release(id, recording.getId(), recording.getNormalised());
      erasures.release(id, recording.getId(), recording.getWaveform());
      recording.erase(clock.instant());
    }
    consents
        .ofTalent(talent.getId())
        .forEach(consent -> captures.revokeLinks(consent.getId(), clock.instant()));
    erasures.blankLedgers(talent.getId());
    erasures.forgetOrigins(talent.getId());
    talent.erase(clock.instant());
  }
}
