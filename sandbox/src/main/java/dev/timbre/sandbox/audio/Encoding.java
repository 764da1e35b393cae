package dev.timbre.sandbox.audio;

/**
 * How a result is to be written.
 *
 * @param sampleRate Hz
 * @param bitrate bit/s, used by mp3 and opus only
 * @param channels 1 or 2; the second channel repeats the first
 */
public record Encoding(AudioFormat format, int sampleRate, int bitrate, int channels) {

  /** What the service uses when a request says nothing: mp3, 32 kHz, 128 kbit/s, mono. */
  public static final Encoding DEFAULT = new Encoding(AudioFormat.MP3, 32_000, 128_000, 1);

  /** The bit rate really written, which the sample rate can limit or the format dictate. */
  public int effectiveBitrate() {
    return switch (format) {
      case MP3 -> Math.min(bitrate, mp3Ceiling());
      case OPUS -> bitrate;
      case WAV, PCM, FLAC -> sampleRate * channels * 16;
      case PCMU_RAW, PCMU_WAV -> sampleRate * channels * 8;
    };
  }

  // MPEG-1 layer III goes to 320 kbit/s, MPEG-2 (below 32 kHz) to 160, MPEG-2.5 (8 kHz) to 64.
  private int mp3Ceiling() {
    if (sampleRate >= 32_000) {
      return 320_000;
    }
    return sampleRate >= 16_000 ? 160_000 : 64_000;
  }
}
