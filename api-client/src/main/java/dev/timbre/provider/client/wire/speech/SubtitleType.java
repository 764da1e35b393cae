package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;

/** How finely subtitles are cut. Open. */
public record SubtitleType(String value) {

  public static final SubtitleType SENTENCE = new SubtitleType("sentence");
  public static final SubtitleType WORD = new SubtitleType("word");

  /** Word by word while the audio streams. */
  public static final SubtitleType WORD_STREAMING = new SubtitleType("word_streaming");

  public SubtitleType {
    Check.notBlank("subtitle_type", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
