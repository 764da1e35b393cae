package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.wire.Check;

/** What to do about lyrics. Open (MiniMax API reference, "Lyrics"). */
public record LyricsMode(String value) {

  public static final LyricsMode WRITE_FULL_SONG = new LyricsMode("write_full_song");
  public static final LyricsMode EDIT = new LyricsMode("edit");

  public LyricsMode {
    Check.notBlank("mode", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
