package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentExpired;
import dev.timbre.consent.control.ConsentToEnd;
import dev.timbre.consent.control.ConsentWithdrawn;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Stops what rests on a consent in the transaction that ends it. */
@ApplicationScoped
class WithdrawnConsentSuspension {

  @Inject Voices voices;
  @Inject Clones clones;
  @Inject OwedDeletions deletions;
  @Inject WithdrawnImports imports;
  @Inject AuditTrail trail;

  void lock(@Observes ConsentToEnd news) {
    voices.lockRestingOn(news.consentId());
  }

  /** For good: the clones are deleted at the providers too, and imports are a finding. */
  void withdrawn(@Observes ConsentWithdrawn news) {
    suspendAll(news.consentId(), "The talent withdrew their consent.");
    deletions.orderAll(clones.restingOn(news.consentId()));
    imports.withdrawn(voices.restingOn(news.consentId()));
  }

  /** Until the talent agrees to more, and an approver resumes the voice. */
  void expired(@Observes ConsentExpired news) {
    suspendAll(news.consentId(), "The talent's consent ended.");
  }

  private void suspendAll(UUID consentId, String reason) {
    voices.restingOn(consentId).stream()
        // with its row locked: it may just be getting a revision that rests on another consent
        .map(voice -> voices.getForChange(voice.getId()))
        .filter(voice -> voice.getState() == VoiceState.LIVE)
        .filter(voice -> voice.getRevision().getConsentId().equals(consentId))
        .forEach(voice -> suspend(voice, reason));
  }

  private void suspend(Voice voice, String reason) {
    voice.suspend(reason);
    trail.done(
        AuditAction.VOICE_SUSPEND,
        voice.getId(),
        Change.of("state", VoiceState.LIVE, voice.getState()));
  }
}
