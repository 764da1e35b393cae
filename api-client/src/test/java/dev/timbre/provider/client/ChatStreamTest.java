package dev.timbre.provider.client;

import static dev.timbre.provider.client.ChatQuestion.FIRST_PIECE;
import static dev.timbre.provider.client.ChatQuestion.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.stream.EventBody;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatDelta;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ContentRisk;
import dev.timbre.provider.client.wire.chat.FinishReason;
import dev.timbre.provider.client.wire.chat.ReasoningDetail;
import dev.timbre.provider.client.wire.chat.ToolCall;
import java.net.URI;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatStreamTest {

  private static final String NATIVE_STREAM =
      """
      data: {"id":"05f1cc","choices":[{"index":0,"delta":{"content":"","reasoning_content":"A gréé",\
      "role":"assistant","name":"MiniMax AI","audio_content":""}}],"created":1790000222,\
      "model":"MiniMax-M2.7","object":"chat.completion.chunk","usage":null,"input_sensitive":false,\
      "output_sensitive":false,"input_sensitive_type":0,"output_sensitive_type":0,\
      "output_sensitive_int":0}

      data: {"id":"05f1cc","choices":[{"index":0,"delta":{"content":"你","reasoning_content":\
      "ting.","role":"assistant"}}],"object":"chat.completion.chunk","usage":null}

      data: {"id":"05f1cc","choices":[{"index":0,"delta":{"content":"好.","role":"assistant"}}],\
      "object":"chat.completion.chunk","usage":null,"base_resp":{"status_code":0,"status_msg":""}}

      data: {"id":"05f1cc","choices":[{"finish_reason":"stop","index":0,"message":{"content":"你好.",\
      "role":"assistant","name":"MiniMax AI","audio_content":""}}],"created":1790000222,\
      "model":"MiniMax-M2.7","object":"chat.completion","usage":{"total_tokens":22,\
      "total_characters":0,"prompt_tokens":20,"completion_tokens":2},"base_resp":\
      {"status_code":0,"status_msg":""}}

      """;

  private static final String OPENAI_STREAM =
      """
      data: {"id":"05f2dd","object":"chat.completion.chunk","created":1790000300,"model":"MiniMax-M3",\
      "choices":[{"index":0,"delta":{"role":"assistant","content":"","reasoning_details":[{"type":\
      "reasoning.text","id":"r1","format":"MiniMax-response-v1","index":0,"text":"Nine"}]}}],\
      "usage":null}

      data: {"id":"05f2dd","choices":[{"index":0,"delta":{"reasoning_details":[{"type":\
      "reasoning.text","id":"r1","index":0,"text":"?"}]}}],"usage":null}

      data: {"id":"05f2dd","choices":[{"index":0,"delta":{"content":"Let me "},"finish_reason":null}]}

      data: {"id":"05f2dd","choices":[{"index":0,"delta":{"content":"look.","tool_calls":[{"index":1,\
      "id":"call_function_b_1","type":"function","function":{"name":"clock","arguments":""}}]}}]}

      data: {"id":"05f2dd","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":\
      "call_function_a_1","function":{"name":"train","arguments":"{\\"to\\":"}}]}}]}

      data: {"id":"05f2dd","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"function":\
      {"arguments":"{}"}},{"index":0,"function":{"arguments":"\\"Kiel\\"}"}}]}}]}

      data: {"id":"05f2dd","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}

      data: {"id":"05f2dd","choices":[],"usage":{"total_tokens":40,"prompt_tokens":30,\
      "completion_tokens":10,"prompt_tokens_details":{"cached_tokens":5}}}

      data: [DONE]

      """;

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private ChatStream open(ChatEndpoint endpoint, String events) {
    provider.answers(200, "text/event-stream; charset=utf-8", events);
    return client.chat().stream(question(endpoint));
  }

  private static List<ChatDelta> drain(ChatStream stream) {
    List<ChatDelta> deltas = new ArrayList<>();
    for (Optional<ChatDelta> next; (next = stream.next()).isPresent(); ) {
      deltas.add(next.get());
    }
    return deltas;
  }

  private static String contentOf(List<ChatDelta> deltas) {
    return String.join("", deltas.stream().flatMap(d -> d.content().stream()).toList());
  }

  private static String reasoningOf(List<ChatDelta> deltas) {
    return String.join("", deltas.stream().flatMap(d -> d.reasoning().stream()).toList());
  }

  @Test
  void request_asksForAStream() {
    try (ChatStream stream = open(ChatEndpoint.NATIVE, NATIVE_STREAM)) {
      stream.answer();
    }

    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/text/chatcompletion_v2");
    assertThat(provider.onlyRequest().headers().getFirst("Accept")).contains("text/event-stream");
    assertThat(provider.onlyRequest().headers().getFirst("Authorization"))
        .isEqualTo("Bearer test-key-4711-secret");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello?\"}],"
                + "\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
  }

  @Test
  void wholeAnswerAtTheEndOfANativeStream_isNoFurtherPiece() {
    try (ChatStream stream = open(ChatEndpoint.NATIVE, NATIVE_STREAM)) {
      List<ChatDelta> deltas = drain(stream);
      assertThat(contentOf(deltas)).isEqualTo("你好.");
      assertThat(reasoningOf(deltas)).isEqualTo("A grééting.");
      assertThat(deltas).hasSize(3);

      assertNativeAnswer(stream.answer());
      assertThat(stream.answer().traceId()).contains(StubProvider.TRACE_ID);
    }
  }

  private static void assertNativeAnswer(ChatAnswer answer) {
    assertThat(answer.id()).contains("05f1cc");
    assertThat(answer.model()).contains(ChatModel.M2_7);
    assertThat(answer.text()).isEqualTo("你好.");
    assertThat(answer.message().orElseThrow().name()).contains("MiniMax AI");
    assertThat(answer.message().orElseThrow().reasoning()).contains("A grééting.");
    assertThat(answer.choices().get(0).finishReason()).contains(FinishReason.STOP);
    assertThat(answer.usage().orElseThrow().total()).hasValue(22);
    assertThat(answer.inputRisk()).isEqualTo(new ContentRisk(true, false, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: [DONE]\n\n", "data:[DONE]", ""})
  void openAiStream_isAssembledWithOrWithoutItsEndMark(String mark) {
    String events = OPENAI_STREAM.replace("data: [DONE]\n\n", mark);
    try (ChatStream stream = open(ChatEndpoint.OPENAI, events)) {
      List<ChatDelta> deltas = drain(stream);
      assertThat(contentOf(deltas)).isEqualTo("Let me look.");
      assertThat(reasoningOf(deltas)).isEqualTo("Nine?");

      assertOpenAiAnswer(stream.answer());
    }
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/chat/completions");
  }

  private static void assertOpenAiAnswer(ChatAnswer answer) {
    assertThat(answer.text()).isEqualTo("Let me look.");
    assertThat(answer.message().orElseThrow().reasoning()).contains("Nine?");
    assertThat(answer.message().orElseThrow().reasoningDetails())
        .extracting(ReasoningDetail::text)
        .containsExactly("Nine?");
    assertThat(answer.toolCalls())
        .containsExactly(
            new ToolCall("call_function_a_1", "train", "{\"to\":\"Kiel\"}"),
            new ToolCall("call_function_b_1", "clock", "{}"));
    assertThat(answer.choices().get(0).finishReason()).contains(FinishReason.TOOL_CALLS);
    assertThat(answer.usage().orElseThrow().total()).hasValue(40);
    assertThat(answer.usage().orElseThrow().cached()).hasValue(5);
  }

  @Test
  void bytes_maySplitAnywhere() {
    try (Calls calls = new Calls(StubProvider.endpoint(URI.create("http://127.0.0.1")))) {
      byte[] nativeBytes = NATIVE_STREAM.getBytes(StandardCharsets.UTF_8);
      byte[] openAiBytes = OPENAI_STREAM.getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < nativeBytes.length; at++) {
        assertNativeAnswer(answerOf(calls, at, nativeBytes));
      }
      for (int at = 0; at < openAiBytes.length; at++) {
        assertOpenAiAnswer(answerOf(calls, at, openAiBytes));
      }
    }
  }

  /** Delivers the bytes before {@code at}, the byte there alone, and the rest. */
  private static ChatAnswer answerOf(Calls calls, int at, byte[] bytes) {
    BodySubscriber<EventBody> body = EventBody.handler().apply(null);
    body.onSubscribe(
        new Subscription() {
          @Override
          public void request(long n) {
            // all is given below
          }

          @Override
          public void cancel() {
            // nothing is held
          }
        });
    body.onNext(
        List.of(
            ByteBuffer.wrap(bytes, 0, at),
            ByteBuffer.wrap(bytes, at, 1),
            ByteBuffer.wrap(bytes, at + 1, bytes.length - at - 1)));
    body.onComplete();
    Reply head =
        new Reply(Operation.CHAT, 200, Optional.of("text/event-stream"), null, new byte[0]);
    EventStream events =
        EventStream.of(head, body.getBody().toCompletableFuture().join(), Duration.ofSeconds(20));
    return new ChatStream(calls, Operation.CHAT, events).answer();
  }

  @Test
  void ordinaryAnswerToARequestForAStream_isTheAnswer() {
    provider.answers(
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"content\":\"Hi.\"}}]}");
    try (ChatStream stream = client.chat().stream(question(ChatEndpoint.NATIVE))) {
      assertThat(stream.next()).isEmpty();
      assertThat(stream.answer().text()).isEqualTo("Hi.");
    }

    provider.answers("{\"choices\":[],\"base_resp\":{\"status_code\":0}}");
    try (ChatStream stream = client.chat().stream(question(ChatEndpoint.NATIVE))) {
      assertThat(catchThrowableOfType(ProviderAnswerUnreadable.class, stream::answer))
          .hasMessageContaining("without choices");
    }
  }

  @Test
  void answerThatIsHeldBack_isAnAnswer() {
    String events =
        FIRST_PIECE
            + "data: {\"choices\":[],\"output_sensitive\":true,\"output_sensitive_type\":2,"
            + "\"base_resp\":{\"status_code\":0}}\n\n";
    try (ChatStream stream = open(ChatEndpoint.NATIVE, events)) {
      ChatAnswer answer = stream.answer();

      assertThat(answer.outputRisk()).isEqualTo(new ContentRisk(true, true, 2));
      assertThat(answer.text()).isEqualTo("Hi");
    }
  }
}
