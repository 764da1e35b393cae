package dev.timbre.speech.control.drift;

import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.control.VoiceLifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stops a voice that no longer sounds as it did; an approver's decision. */
@ApplicationScoped
class SuspendVoiceRemedy implements Remedy {

  @Inject VoiceLifecycle lifecycle;

  @Override
  public String name() {
    return "suspend-voice";
  }

  @Override
  public boolean fits(FindingKind kind) {
    return kind == FindingKind.VOICE_DRIFT;
  }

  @Override
  public void apply(Finding finding) {
    lifecycle.suspend(
        finding.getSubjectId(), null, "The voice no longer sounds as it did when it was accepted.");
  }
}
