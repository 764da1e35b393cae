package dev.timbre.provider.client.archive;

import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireObject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A piece of the text and when it is spoken.
 *
 * @param begin since the start of the audio
 * @param end since the start of the audio
 */
public record SubtitleLine(String text, Optional<Duration> begin, Optional<Duration> end) {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** Longer than any recording: 1,000 days, so that no arithmetic overflows. */
  private static final double LONGEST_MILLIS = 86_400_000_000.0;

  /** The lines of a {@code .titles} file; empty when it is no JSON array. */
  static Optional<List<SubtitleLine>> readAll(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try (var reader = JsonText.JSON.createReader(new StringReader(json))) {
      return reader.read() instanceof JsonArray lines
          ? Optional.of(lines.stream().flatMap(line -> read(line).stream()).toList())
          : Optional.empty();
    } catch (RuntimeException notJson) {
      // besides JsonException, parsers throw bare ones for numbers too long and nesting too deep
      return Optional.empty();
    }
  }

  private static Optional<SubtitleLine> read(Object item) {
    if (!(item instanceof JsonObject object)) {
      return Optional.empty();
    }
    WireObject line = new WireObject(object);
    return line.text("text")
        .map(
            words ->
                new SubtitleLine(
                    words, millis(line.decimal("time_begin")), millis(line.decimal("time_end"))));
  }

  private static Optional<Duration> millis(OptionalDouble millis) {
    boolean sensible =
        millis.isPresent() && millis.getAsDouble() >= 0 && millis.getAsDouble() < LONGEST_MILLIS;
    return sensible
        ? Optional.of(Duration.ofNanos(Math.round(millis.getAsDouble() * 1_000_000)))
        : Optional.empty();
  }
}
