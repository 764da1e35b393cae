package dev.timbre.provider.client.wire.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatMessage;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import dev.timbre.provider.client.wire.chat.ChatRole;
import dev.timbre.provider.client.wire.chat.TextPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchInputTest {

  private static final String GOOD =
      "{\"custom_id\":\"a-1\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\",\"body\":"
          + "{\"model\":\"MiniMax-Text-01\",\"messages\":[{\"role\":\"user\",\"content\":\"你好\"}]}}";

  private static ChatRequest question(String text) {
    return ChatRequest.of(ChatEndpoint.NATIVE, ChatModel.TEXT_01)
        .message(ChatMessage.of(ChatRole.USER, List.of(new TextPart(text))))
        .build();
  }

  private static BatchInputReport check(String file) throws IOException {
    return BatchInputCheck.check(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), 1000);
  }

  @Test
  void lines_areWrittenAsTheContractShowsThem() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    BatchInput input = BatchInput.to(file).add("a-1", question("你好")).add("a-2", question("Two?"));

    assertThat(file.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"custom_id\":\"a-1\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\",\"body\":{\"model\":\"MiniMax-Text-01\",\"messages\":[{\"role\":\"user\",\"content\":\"你好\"}],\"stream\":false}}\n"
                + "{\"custom_id\":\"a-2\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\",\"body\":{\"model\":\"MiniMax-Text-01\",\"messages\":[{\"role\":\"user\",\"content\":\"Two?\"}],\"stream\":false}}\n");
    assertThat(input.lines()).isEqualTo(2);
    assertThat(input.bytes()).isEqualTo(file.size());
    assertThat(BatchInputCheck.check(new ByteArrayInputStream(file.toByteArray())).isValid())
        .isTrue();
  }

  private static InvalidRequest refused(BatchInput input, String customId, ChatRequest request) {
    return catchThrowableOfType(InvalidRequest.class, () -> input.add(customId, request));
  }

  @Test
  void lineThatBreaksARule_isRefusedBeforeAnythingIsWritten() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    BatchInput input = BatchInput.to(file).add("a-1", question("One?"));
    long before = file.size();
    ChatRequest openAi =
        ChatRequest.of(ChatEndpoint.OPENAI, ChatModel.M3).message(ChatMessage.user("a")).build();

    assertThat(refused(input, "a-1", question("Again?")).field()).isEqualTo("custom_id");
    assertThat(refused(input, " ", question("a")).value()).isEqualTo("blank");
    assertThat(refused(input, null, question("a")).value()).isEqualTo("missing");
    assertThat(refused(input, "a-2", openAi))
        .hasMessageContaining("/v1/chat/completions")
        .hasMessageContaining("/v1/text/chatcompletion_v2");
    assertThat(file.size()).isEqualTo((int) before);
    assertThat(input.lines()).isEqualTo(1);
  }

  @Test
  void linesAndBytesOfABatch_haveLimits() throws IOException {
    ChatRequest short1 = question("a");
    BatchInput many = BatchInput.to(OutputStream.nullOutputStream());
    for (int i = 0; i < 50_000; i++) {
      many.add("a-" + i, short1);
    }
    assertThat(refused(many, "a-50000", short1)).hasMessageContaining("50001 lines");

    ChatRequest long1 = question("a".repeat(30 * 1024 * 1024));
    BatchInput large = BatchInput.to(OutputStream.nullOutputStream());
    large.add("a", long1).add("b", long1).add("c", long1);
    assertThat(refused(large, "d", long1)).hasMessageContaining("at most 104857600 bytes");
    assertThat(large.add("d", short1).lines()).isEqualTo(4);
  }

  @Test
  void goodFile_isValidHoweverItsLinesEnd() throws IOException {
    for (String end : List.of("", "\n", "\r\n", "\n\n \t\r\n")) {
      BatchInputReport report = check(GOOD + end);

      assertThat(report.faults()).isEmpty();
      assertThat(report.lines()).isEqualTo(1);
      assertThat(report.require()).isSameAs(report);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"custom_id\":\"a-1\"|\"custom_id\":\" \"|custom_id|missing or blank",
        "\"custom_id\":\"a-1\"|\"other\":1|custom_id|missing or blank",
        "POST|GET|method|not POST",
        "/v1/text/chatcompletion_v2|/v1/t2a_v2|url|/v1/t2a_v2",
        "MiniMax-Text-01|~~|body.model|missing",
        "\"messages\"|\"message\"|body.messages|no message",
        "\"body\":|\"body\":[],\"b\":|body.model|missing",
        "]}}|]}|~~|not one JSON object",
        "]}}|]}}{}|~~|not one JSON object"
      })
  void brokenLine_isNamedWithItsNumberAndField(
      String part, String broken, String field, String problem) throws IOException {
    String other = GOOD.replace("a-1", "a-0");

    BatchInputReport report = check(other + "\n\n" + GOOD.replace(part, broken) + "\n");

    assertThat(report.isValid()).isFalse();
    LineFault fault = report.faults().get(0);
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.field()).isEqualTo(field);
    assertThat(fault.problem()).contains(problem);
    assertThat(catchThrowableOfType(InvalidRequest.class, report::require))
        .hasMessageContaining("line 3")
        .hasMessageNotContaining("你好");
  }

  @Test
  void repeatedIdsEmptyFilesAndLongLines_areFaults() throws IOException {
    assertThat(check(GOOD + "\n" + GOOD).faults().get(0).toString())
        .isEqualTo("line 2: custom_id was used before in this file");
    assertThat(check("\n\n").faults().get(0).problem()).contains("no lines");
    assertThat(check("x".repeat(1001) + "\n" + GOOD).faults())
        .containsExactly(new LineFault(1, "", "is longer than 1000 bytes"));
  }

  @Test
  void hostileFiles_areReadOnlyAsFarAsNeeded() throws IOException {
    Endless rubbish = new Endless("rubbish\n");
    assertThat(BatchInputCheck.check(rubbish).faults()).hasSize(BatchInputCheck.MOST_FAULTS);
    assertThat(rubbish.given).isLessThan(1024 * 1024);

    Endless oneLine = new Endless("x".repeat(64 * 1024));
    BatchInputReport large = BatchInputCheck.check(oneLine);
    assertThat(large.faults().toString()).contains("line 1").contains("104857600 bytes");
    assertThat(oneLine.given).isLessThan(101L * 1024 * 1024);
  }

  @Test
  void moreLinesThanABatchMayHave_areAFault() throws IOException {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i <= 50_000; i++) {
      file.append(GOOD.replace("a-1", "a-" + i)).append('\n');
    }

    assertThat(check(file.toString()).faults())
        .containsExactly(new LineFault(50_001, "", "is one more than the 50000 of a batch"));
  }

  /** The same bytes without end. */
  private static final class Endless extends InputStream {
    private final byte[] bytes;
    private long given;

    Endless(String text) {
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return bytes[(int) (given++ % bytes.length)];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(length, bytes.length);
      System.arraycopy(bytes, 0, into, offset, count);
      given += count;
      return count;
    }
  }
}
