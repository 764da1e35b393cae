package dev.timbre.provider.client.wire.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOutputTest {

  private static final String ANSWERED =
      "{\"id\":\"r-1\",\"custom_id\":\"a-2\",\"response\":{\"status_code\":200,\"request_id\":\"06ff\","
          + "\"body\":{\"id\":\"05f1\",\"choices\":[{\"finish_reason\":\"stop\",\"index\":0,"
          + "\"message\":{\"content\":\"你好.\",\"role\":\"assistant\"}}],\"usage\":"
          + "{\"total_tokens\":9},\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}},"
          + "\"error\":null}";

  private static final String REFUSED =
      "{\"id\":\"r-2\",\"custom_id\":\"a-1\",\"response\":{\"status_code\":200,\"body\":"
          + "{\"choices\":null,\"base_resp\":{\"status_code\":1026,\"status_msg\":\"input"
          + " new_sensitive\"}}}}";

  private static final String EXPIRED =
      "{\"id\":\"r-3\",\"custom_id\":\"a-3\",\"response\":null,\"error\":{\"code\":"
          + "\"batch_expired\",\"message\":\"not answered in time\"}}";

  private static List<BatchOutputLine> read(String file) throws IOException {
    List<BatchOutputLine> lines = new ArrayList<>();
    BatchOutput.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), lines::add);
    return lines;
  }

  @Test
  void lines_areToldApartAndJoinedByTheirIds() throws IOException {
    List<BatchOutputLine> lines = read(ANSWERED + "\r\n" + REFUSED + "\n\n" + EXPIRED);

    ChatAnswer answer = ((AnsweredLine) lines.get(0)).answer();
    assertThat(answer.text()).isEqualTo("你好.");
    assertThat(answer.traceId()).contains("06ff");
    assertThat(answer.usage().orElseThrow().total()).hasValue(9);
    FailedLine refused = (FailedLine) lines.get(1);
    assertThat(refused.fault().errorCode()).contains(new ErrorCode(1026));
    assertThat(refused.fault().message()).isEqualTo("input new_sensitive");
    assertThat(refused.httpStatus()).hasValue(200);
    FailedLine expired = (FailedLine) lines.get(2);
    assertThat(expired.fault().code()).contains("batch_expired");
    assertThat(expired.fault().errorCode()).isEmpty();
    assertThat(expired.httpStatus()).isEmpty();
    assertThat(lines).extracting(BatchOutputLine::number).containsExactly(1L, 2L, 4L);
    Map<String, AnsweredLine> answers =
        lines.stream()
            .filter(AnsweredLine.class::isInstance)
            .map(AnsweredLine.class::cast)
            .collect(Collectors.toMap(AnsweredLine::customId, Function.identity()));
    assertThat(answers).containsOnlyKeys("a-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"custom_id\":\"a-2\",|not one JSON object|~~",
        "nonsense|not one JSON object|~~",
        "[]|not one JSON object|~~",
        "{\"custom_id\":\"a-2\"}{\"custom_id\":\"a-3\"}|not one JSON object|~~",
        "{\"response\":{\"body\":{\"choices\":[]}}}|without custom_id|~~",
        "{\"custom_id\":\"\",\"response\":{}}|without custom_id|~~",
        "{\"custom_id\":\"a-2\"}|neither response.body nor error|a-2",
        "{\"custom_id\":\"a-2\",\"response\":null,\"error\":null}|neither response.body|a-2",
        "{\"custom_id\":\"a-2\",\"response\":{\"body\":{\"x\":1}}}|no envelope|a-2",
        "{\"custom_id\":\"a-2\",\"response\":{\"body\":\"secret\"}}|not a JSON object|a-2"
      })
  void damagedLine_isTypedAndTheNextOnesAreRead(String line, String reason, String customId)
      throws IOException {
    List<BatchOutputLine> lines = read(REFUSED + "\n" + line + "\n" + ANSWERED + "\n");

    assertThat(lines).hasSize(3);
    DamagedLine damaged = (DamagedLine) lines.get(1);
    assertThat(damaged.number()).isEqualTo(2);
    assertThat(damaged.reason()).contains(reason).doesNotContain("secret");
    assertThat(damaged.customId())
        .isEqualTo(Optional.ofNullable(customId).filter(id -> !id.isEmpty()));
    assertThat(lines.get(2)).isInstanceOf(AnsweredLine.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"status_code\":429,\"body\":{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow"
            + " down (1002)\"}}}|1002|slow down (1002)",
        "{\"status_code\":\"400\",\"body\":{\"error\":{\"code\":\"bad\",\"message\":\"no\"}}}|bad|no",
        "{\"status_code\":502,\"body\":\"gateway\"}|~~|~~"
      })
  void failureOfALine_isReadWhateverItsForm(String response, String code, String message)
      throws IOException {
    FailedLine failed = (FailedLine) read("{\"custom_id\":7,\"response\":" + response + "}").get(0);

    assertThat(failed.customId()).isEqualTo("7");
    assertThat(failed.fault().code()).isEqualTo(Optional.of(code).filter(c -> !c.isEmpty()));
    assertThat(failed.fault().message()).isEqualTo(message);
    assertThat(failed.httpStatus()).isNotEqualTo(OptionalInt.empty());
  }

  @Test
  void bodyPackedIntoText_isUnderstood() throws IOException {
    assertThat(
            read(
                "{\"custom_id\":\"a\",\"response\":{\"body\":\"{\\\"choices\\\":[{\\\"message\\\":"
                    + "{\\\"content\\\":\\\"Hi\\\"}}]}\"}}"))
        .singleElement()
        .isInstanceOfSatisfying(
            AnsweredLine.class, line -> assertThat(line.answer().text()).isEqualTo("Hi"));
  }

  @Test
  void bytes_maySplitAnywhereAndLongLinesAreSkipped() {
    String file = ANSWERED + "\n" + "x".repeat(1_100) + "\n" + REFUSED;
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at <= bytes.length; at++) {
      List<BatchOutputLine> lines = new ArrayList<>();
      try (BatchOutput output = new BatchOutput(1_000, lines::add)) {
        output.write(bytes, 0, at);
        output.write(bytes, at, bytes.length - at);
      }
      assertThat(lines).hasSize(3);
      assertThat(((AnsweredLine) lines.get(0)).answer().text()).isEqualTo("你好.");
      assertThat(lines.get(1))
          .isEqualTo(new DamagedLine(2, Optional.empty(), "longer than 1000 bytes"));
      assertThat(lines.get(2)).isInstanceOf(FailedLine.class);
    }
  }

  @Test
  void byteByByte_isReadToo() {
    List<BatchOutputLine> lines = new ArrayList<>();
    try (BatchOutput output = new BatchOutput(1_000, lines::add)) {
      for (byte b : (EXPIRED + "\n").getBytes(StandardCharsets.UTF_8)) {
        output.write(b);
      }
      assertThat(lines).hasSize(1);
    }
    assertThat(lines).hasSize(1);
  }
}
