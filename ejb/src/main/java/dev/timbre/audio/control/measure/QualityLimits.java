package dev.timbre.audio.control.measure;

/**
 * Where a measure becomes a warning. Measured on speech that clones well and on spoilt copies of
 * it: each limit lies between the two, nearer to the good, so that a warning means something.
 */
final class QualityLimits {

  static final double MIN_LUFS = -35;
  static final double MAX_LUFS = -10;
  static final double MAX_CLIPPED_SHARE = 0.001;
  static final double SEVERE_CLIPPED_SHARE = 0.05;
  static final double MIN_SNR_DB = 15;
  static final double SEVERE_SNR_DB = 5;
  static final double MAX_SILENCE_SHARE = 0.5;
  static final double MIN_SPEECH_SECONDS = 5;
  static final double MAX_DC_OFFSET = 0.02;
  static final double MAX_LOW_FREQUENCY_SHARE = 0.03;
  static final double MIN_SAMPLE_RATE_HZ = 16_000;
  static final double MIN_CORRELATION = -0.5;
  static final double MAX_CHANNEL_DIFFERENCE_DB = 20;

  /** A service that counts whole mp3 frames may measure this much more than the sound. */
  static final double BOUND_MARGIN_SECONDS = 0.15;

  /** Users report error 2037 of the cloning service for prompts below about this length. */
  static final double DOUBTFUL_PROMPT_SECONDS = 5;

  private QualityLimits() {}
}
