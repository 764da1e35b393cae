package dev.timbre.sandbox.audio;

/**
 * What tells one voice of the sandbox from another: how high it speaks.
 *
 * @param pitchHz the usual fundamental frequency, in [75, 320]
 */
public record VoiceTone(double pitchHz) {
  private static final double LOWEST_HZ = 75;
  private static final double HIGHEST_HZ = 320;

  public VoiceTone {
    pitchHz = Math.max(LOWEST_HZ, Math.min(HIGHEST_HZ, pitchHz));
  }

  /** The tone of a cloned voice, taken from its source recording. */
  public static VoiceTone ofRecording(Pcm recording) {
    return new VoiceTone(PitchEstimate.of(recording, 150));
  }

  /** The tone of a voice that has no recording: always the same for the same id. */
  public static VoiceTone ofId(String voiceId) {
    return new VoiceTone(90 + Math.floorMod(voiceId.hashCode(), 160));
  }

  /** This tone moved by semitones. */
  public VoiceTone raised(double semitones) {
    return new VoiceTone(pitchHz * Math.pow(2, semitones / 12));
  }
}
