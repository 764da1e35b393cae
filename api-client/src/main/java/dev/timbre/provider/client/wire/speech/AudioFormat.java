package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;

/** A format of synthesised audio. Open: new formats pass through. */
public record AudioFormat(String value) {

  public static final AudioFormat MP3 = new AudioFormat("mp3");
  public static final AudioFormat WAV = new AudioFormat("wav");
  public static final AudioFormat FLAC = new AudioFormat("flac");
  public static final AudioFormat PCM = new AudioFormat("pcm");

  public AudioFormat {
    Check.notBlank("format", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
