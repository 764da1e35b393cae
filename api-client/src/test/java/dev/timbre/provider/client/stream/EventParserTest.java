package dev.timbre.provider.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {

  /** The events of {@code bytes} given in pieces of {@code size}, and what stands at the end. */
  static List<String> events(byte[] bytes, int size) throws IOException {
    EventParser parser = new EventParser(1_000_000);
    List<String> events = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      parser.feed(bytes, from, Math.min(bytes.length, from + size));
      for (Optional<ServerEvent> e = parser.poll(); e.isPresent(); e = parser.poll()) {
        events.add(shown(e.get()));
      }
    }
    parser.finish().map(EventParserTest::shown).ifPresent(events::add);
    return events;
  }

  private static String shown(ServerEvent event) {
    return event.name().map(name -> name + "=").orElse("")
        + event.text()
        + (event.isWhole() ? "" : "…");
  }

  private static List<String> events(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> whole = events(bytes, bytes.length + 1);
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(events(bytes, size)).as("in pieces of %d", size).isEqualTo(whole);
    }
    return whole;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void eachKindOfLineEnd_separatesLinesAndEvents(String end) throws IOException {
    assertThat(events("data: {\"a\":1}||data: b||event: x|data: c||".replace("|", end)))
        .containsExactly("{\"a\":1}", "b", "x=c");
  }

  @Test
  void dataOfSeveralLines_isJoinedByLineFeeds() throws IOException {
    assertThat(events("data: a\ndata:\ndata\ndata:  b \n\n")).containsExactly("a\n\n\n b ");
  }

  @Test
  void commentsAndForeignFields_areLeftOut() throws IOException {
    assertThat(events(": ping\n\nid: 7\nretry: 10\nDATA: no\n data: no\ndatax: no\ndata: yes\n\n"))
        .containsExactly("yes");
  }

  @Test
  void eventWithoutData_isNoneAndItsNameIsForgotten() throws IOException {
    assertThat(events("event: a\n\ndata:\n\n\n\ndata: 1\n\nevent: b\nevent: c\ndata: 2\n\n"))
        .containsExactly("1", "c=2");
  }

  @Test
  void byteOrderMark_isSkippedAtTheStartOnly() throws IOException {
    assertThat(events("\uFEFFdata: 1\n\n\uFEFFdata: 2\n\n")).containsExactly("1");
    assertThat(events("\uFEFF\n\ndata: 1\n\n")).containsExactly("1");
  }

  @Test
  void charactersOfSeveralBytes_surviveAnySplit() throws IOException {
    assertThat(events("data: 音色 😀\r\n\r\nevent: é\ndata: ü\n\n")).containsExactly("音色 😀", "é=ü");
  }

  @Test
  void lastEventWithoutBlankLine_isMarked() throws IOException {
    assertThat(events("data: 1\n\ndata: 2\n")).containsExactly("1", "2…");
    assertThat(events("data: 1\n\ndata: {\"a")).containsExactly("1", "{\"a…");
    assertThat(events("data: 1\n\ndat")).containsExactly("1");
  }

  @Test
  void refusalWithoutFieldName_countsAsData() throws IOException {
    assertThat(events("data: 1\n\n{\"base_resp\":{\"status_code\":1002}}\n"))
        .containsExactly("1", "{\"base_resp\":{\"status_code\":1002}}…");
  }

  @Test
  void eventOverTheLimit_isRefusedBeforeItIsWhole() {
    EventParser parser = new EventParser(100);
    byte[] endless = ("data: " + "a".repeat(200)).getBytes(StandardCharsets.UTF_8);
    parser.feed(endless, 0, endless.length);

    assertThatThrownBy(parser::poll)
        .isInstanceOf(EventParser.LimitPassed.class)
        .hasMessageContaining("100 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {": ping\n", "\n", "\r", "data:\n\n", "event: a\n\n", "x"})
  void bytesWithoutAnEvent_areLimitedToo(String nothing) {
    EventParser parser = new EventParser(10_000);
    byte[] flood = nothing.repeat(10_001 / nothing.length() + 1).getBytes(StandardCharsets.UTF_8);
    parser.feed(flood, 0, flood.length);

    assertThatThrownBy(parser::poll).isInstanceOf(EventParser.LimitPassed.class);
  }

  @Test
  void limit_countsFromTheLastEvent() throws IOException {
    EventParser parser = new EventParser(100);
    byte[] event = ("data: " + "a".repeat(90) + "\n\n").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 5; i++) {
      parser.feed(event, 0, event.length);

      assertThat(parser.poll()).isPresent();
      assertThat(parser.poll()).isEmpty();
    }
  }

  @Test
  void longName_isCut() throws IOException {
    assertThat(events("event: " + "n".repeat(300) + "\ndata: 1\n\n"))
        .containsExactly("n".repeat(128) + "=1");
  }

  @Test
  void event_ownsItsBytes() throws IOException {
    EventParser parser = new EventParser(100);
    byte[] bytes = "data: first\n\ndata: other\n\n".getBytes(StandardCharsets.UTF_8);
    parser.feed(bytes, 0, bytes.length);
    ServerEvent first = parser.poll().orElseThrow();
    ServerEvent other = parser.poll().orElseThrow();
    Arrays.fill(bytes, (byte) 'x');

    assertThat(first.text()).isEqualTo("first");
    assertThat(other.bytes()).isEqualTo("other".getBytes(StandardCharsets.UTF_8));
    assertThat(first).hasToString("ServerEvent[unnamed, 5 bytes]");
  }
}
