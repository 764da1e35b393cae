package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of a text to be spoken in parts: each part that is there becomes an audio file of its
 * own.
 */
public record LongTextParts(
    Optional<String> title, Optional<String> content, Optional<String> extra) {

  /**
   * @throws InvalidRequest for blank parts, no part at all, or a million characters and more in one
   */
  public LongTextParts {
    if (Stream.of(title, content, extra).allMatch(Optional::isEmpty)) {
      throw new InvalidRequest("title, content, extra", "all missing", "at least one");
    }
    title.ifPresent(text -> Check.length("title", text, LongText.LONGEST));
    content.ifPresent(text -> Check.length("content", text, LongText.LONGEST));
    extra.ifPresent(text -> Check.length("extra", text, LongText.LONGEST));
  }

  String toJson() {
    return new Fields()
        .text("title", title.orElse(""))
        .text("content", content.orElse(""))
        .text("extra", extra.orElse(""))
        .toJson()
        .toString();
  }

  @Override
  public String toString() {
    return "LongTextParts["
        + Stream.of(title, content, extra).flatMap(Optional::stream).count()
        + " parts]";
  }
}
