package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentWithdrawn;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Suspends what rests on a consent in the transaction that withdraws it. */
@ApplicationScoped
class WithdrawnConsentSuspension {

  @Inject Voices voices;
  @Inject AuditTrail trail;

  void suspend(@Observes ConsentWithdrawn news) {
    voices.restingOn(news.consentId()).stream()
        // with its row locked: it may just be getting a revision that rests on another consent
        .map(voice -> voices.getForChange(voice.getId()))
        .filter(voice -> voice.getState() == VoiceState.LIVE)
        .filter(voice -> voice.getRevision().getConsentId().equals(news.consentId()))
        .forEach(this::suspend);
  }

  private void suspend(Voice voice) {
    voice.suspend("The talent withdrew their consent.");
    trail.done(
        AuditAction.VOICE_SUSPEND,
        voice.getId(),
        Change.of("state", VoiceState.LIVE, voice.getState()));
  }
}
