package dev.timbre.speech.control;

import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.control.VoiceLifecycle;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Stops a voice that should speak no further for now; an approver's decision. */
@ApplicationScoped
class SuspendVoiceRemedy implements Remedy {

  private static final Map<FindingKind, String> REASONS =
      Map.of(
          FindingKind.VOICE_DRIFT,
          "The voice no longer sounds as it did when it was accepted.",
          FindingKind.LABEL_MISSING,
          "The voice's audio could not be given the label that a policy asks for.");

  @Inject VoiceLifecycle lifecycle;
  @Inject Voices voices;

  @Override
  public String name() {
    return "suspend-voice";
  }

  @Override
  public boolean fits(Finding finding) {
    return REASONS.containsKey(finding.getKind());
  }

  @Override
  public void lock(Finding seen) {
    voices.getForChange(voice(seen));
  }

  private static UUID voice(Finding finding) {
    return UUID.fromString(finding.getFacts().get("voice"));
  }

  @Override
  public void apply(Finding finding) {
    lifecycle.suspend(voice(finding), null, REASONS.get(finding.getKind()));
  }
}
