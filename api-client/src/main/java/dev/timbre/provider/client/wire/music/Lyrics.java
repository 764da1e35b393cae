package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;

/**
 * Lyrics that the provider wrote or edited.
 *
 * @param styleTags as written: one text that lists the styles, or one text for each
 * @param text with {@link StructureTag}s
 */
public record Lyrics(
    Optional<String> songTitle, List<String> styleTags, String text, Optional<String> traceId)
    implements WireAnswer {

  public Lyrics {
    styleTags = List.copyOf(styleTags);
  }

  public static Lyrics read(Reply reply) {
    WireObject root = reply.judged("lyrics");
    return new Lyrics(
        root.text("song_title"),
        root.texts("style_tags"),
        root.text("lyrics").orElseThrow(() -> reply.unreadable("success without lyrics")),
        reply.trace(root));
  }

  @Override
  public String toString() {
    return "Lyrics[" + text.length() + " characters]";
  }
}
