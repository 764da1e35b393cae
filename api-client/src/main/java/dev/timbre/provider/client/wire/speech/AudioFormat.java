package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;
import java.util.Set;

/** A format of synthesised audio. Open: new formats pass through. */
public record AudioFormat(String value) {

  public static final AudioFormat MP3 = new AudioFormat("mp3");
  public static final AudioFormat WAV = new AudioFormat("wav");
  public static final AudioFormat FLAC = new AudioFormat("flac");
  public static final AudioFormat PCM = new AudioFormat("pcm");

  /** G.711 µ-law without a header. */
  public static final AudioFormat PCMU_RAW = new AudioFormat("pcmu_raw");

  /** G.711 µ-law in WAV. */
  public static final AudioFormat PCMU_WAV = new AudioFormat("pcmu_wav");

  public static final AudioFormat OPUS = new AudioFormat("opus");

  public AudioFormat {
    Check.notBlank("format", value);
  }

  /** Whether it is one of those above, whose rules are known. */
  boolean isKnown() {
    return Set.of(MP3, WAV, FLAC, PCM, PCMU_RAW, PCMU_WAV, OPUS).contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
