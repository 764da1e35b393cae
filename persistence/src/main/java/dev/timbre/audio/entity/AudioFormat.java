package dev.timbre.audio.entity;

import java.util.Locale;
import java.util.Objects;

/**
 * What the bytes of a recording are, whatever its name said.
 *
 * @param container the file format
 * @param codec how the sound is coded, in ffmpeg's names, for example {@code pcm_s16le}
 * @param sampleRate samples per second and channel
 * @param channels 1 or 2
 */
public record AudioFormat(Container container, String codec, int sampleRate, int channels) {

  /** The three file formats that the cloning service takes (MiniMax API reference, voice clone). */
  public enum Container {
    WAV,
    MP3,
    M4A;

    /** The name in REST and on pages: {@code wav}, {@code mp3} or {@code m4a}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AudioFormat {
    Objects.requireNonNull(container, "container");
    Objects.requireNonNull(codec, "codec");
  }
}
