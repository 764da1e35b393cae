package dev.timbre.provider.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The parser against a plain reading of whole lines, on streams and splits that nobody thought of.
 */
class EventParserPropertyTest {

  @Provide
  Arbitrary<String> streams() {
    return Arbitraries.of(
            "data",
            "data:",
            "data: ",
            "event:",
            "event: ",
            "id: 1",
            ":",
            ": c",
            "{",
            "}",
            "x",
            " ",
            "音色",
            "😀",
            "\uFEFF",
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "\r\n\r\n",
            "\r",
            "\r\r",
            "datax: ")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  /** What the events are when the whole text is at hand. */
  private static List<String> expected(String stream) {
    String text = stream.startsWith("\uFEFF") ? stream.substring(1) : stream;
    List<String> events = new ArrayList<>();
    List<String> data = new ArrayList<>();
    String name = "";
    for (String line : text.split("\r\n|\r|\n", -1)) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      value = value.startsWith(" ") ? value.substring(1) : value;
      if (line.isEmpty()) {
        add(events, name, data);
        data.clear();
        name = "";
      } else if (line.startsWith("{")) {
        data.add(line);
      } else if (field.equals("data")) {
        data.add(value);
      } else if (field.equals("event")) {
        name = value;
      }
    }
    add(events, name, data);
    return events;
  }

  private static void add(List<String> events, String name, List<String> data) {
    String joined = String.join("\n", data);
    if (!joined.isEmpty()) {
      events.add(name + "=" + joined);
    }
  }

  private static List<String> parsed(byte[] bytes, List<Integer> sizes) throws IOException {
    EventParser parser = new EventParser(1_000_000);
    List<String> events = new ArrayList<>();
    int from = 0;
    for (int i = 0; from < bytes.length; i++) {
      int size = sizes.isEmpty() ? bytes.length : sizes.get(i % sizes.size());
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
      from += piece.length;
      parser.feed(piece, 0, piece.length);
      for (Optional<ServerEvent> e = parser.poll(); e.isPresent(); e = parser.poll()) {
        events.add(shown(e.get()));
      }
      Arrays.fill(piece, (byte) '!');
    }
    parser.finish().map(EventParserPropertyTest::shown).ifPresent(events::add);
    return events;
  }

  private static String shown(ServerEvent event) {
    return event.name().orElse("") + "=" + event.text();
  }

  @Property
  void anySplit_givesTheEventsOfTheWhole(
      @ForAll("streams") String stream,
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 7) Integer> sizes)
      throws IOException {
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);

    assertThat(parsed(bytes, sizes)).isEqualTo(expected(stream));
  }

  @Property
  void anyBytes_giveTheSameHoweverTheyAreSplit(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 50) int size) throws IOException {
    assertThat(parsed(bytes, List.of(size))).isEqualTo(parsed(bytes, List.of()));
  }

  @Property
  void truncatedStream_givesTheFirstEventsAndAtMostOnePartOfTheNext(
      @ForAll("streams") String stream, @ForAll @IntRange(min = 0, max = 200) int length)
      throws IOException {
    byte[] whole = stream.getBytes(StandardCharsets.UTF_8);
    byte[] part = Arrays.copyOf(whole, Math.min(length, whole.length));

    List<String> ofWhole = parsed(whole, List.of());
    List<String> ofPart = parsed(part, List.of());

    int sure = Math.max(0, ofPart.size() - 1);
    assertThat(ofPart.subList(0, sure)).isEqualTo(ofWhole.subList(0, sure));
  }

  @Property
  void memory_isBoundedByTheLimit(
      @ForAll("streams") String stream, @ForAll @IntRange(min = 1, max = 60) int limit) {
    byte[] bytes = stream.repeat(10).getBytes(StandardCharsets.UTF_8);
    EventParser parser = new EventParser(limit);
    parser.feed(bytes, 0, bytes.length);
    try {
      for (Optional<ServerEvent> e = parser.poll(); e.isPresent(); e = parser.poll()) {
        assertThat(e.get().length()).isLessThanOrEqualTo(limit + 1);
      }
    } catch (EventParser.LimitPassed refused) {
      assertThat(refused).hasMessageContaining(limit + " bytes");
    }
  }
}
