package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks for new lyrics, or for others to be edited (MiniMax API reference, "Lyrics").
 *
 * @param prompt what the song is about, or how to edit it; at most 2,000 characters
 * @param lyrics the lyrics to edit; at most 3,500 characters
 * @param title the song's title, if it has one already
 */
public record LyricsRequest(
    LyricsMode mode, Optional<String> prompt, Optional<String> lyrics, Optional<String> title)
    implements WireRequest {

  private static final int LONGEST_PROMPT = 2000;
  private static final int LONGEST_LYRICS = 3500;

  /**
   * @throws InvalidRequest for a text that is blank or too long
   */
  public LyricsRequest {
    Objects.requireNonNull(mode, "mode");
    prompt.ifPresent(text -> Check.length("prompt", text, LONGEST_PROMPT));
    lyrics.ifPresent(text -> Check.length("lyrics", text, LONGEST_LYRICS));
    title.ifPresent(text -> Check.notBlank("title", text));
  }

  /** New lyrics about {@code prompt}. */
  public static LyricsRequest write(String prompt) {
    return new LyricsRequest(
        LyricsMode.WRITE_FULL_SONG, Optional.of(prompt), Optional.empty(), Optional.empty());
  }

  /** {@code lyrics} changed as {@code prompt} says. */
  public static LyricsRequest edit(String lyrics, String prompt) {
    return new LyricsRequest(
        LyricsMode.EDIT, Optional.of(prompt), Optional.of(lyrics), Optional.empty());
  }

  public LyricsRequest withTitle(String value) {
    return new LyricsRequest(mode, prompt, lyrics, Optional.of(value));
  }

  @Override
  public JsonObject toJson() {
    return new Fields()
        .text("mode", mode.value())
        .text("prompt", prompt)
        .text("lyrics", lyrics)
        .text("title", title)
        .toJson();
  }

  @Override
  public String toString() {
    return "LyricsRequest[" + mode + "]";
  }
}
