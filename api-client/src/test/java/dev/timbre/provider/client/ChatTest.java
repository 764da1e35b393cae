package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.wire.chat.AssistantMessage;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatMessage;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import dev.timbre.provider.client.wire.chat.ChatUsage;
import dev.timbre.provider.client.wire.chat.ContentRisk;
import dev.timbre.provider.client.wire.chat.FinishReason;
import dev.timbre.provider.client.wire.chat.ModelList;
import dev.timbre.provider.client.wire.chat.TextModel;
import dev.timbre.provider.client.wire.chat.ToolCall;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChatTest {

  private static final String NATIVE_ANSWER =
      """
      {"id":"05f1aa","choices":[{"finish_reason":"stop","index":0,"message":{"content":"Hi.",\
      "role":"assistant","name":"MiniMax AI","audio_content":"","reasoning_content":"A greeting.",\
      "tool_calls":null}}],"created":1790000222,"model":"MiniMax-M2.7","object":"chat.completion",\
      "usage":{"total_tokens":31,"total_characters":0,"prompt_tokens":20,"completion_tokens":11,\
      "completion_tokens_details":{"reasoning_tokens":6}},"input_sensitive":false,\
      "output_sensitive":false,"input_sensitive_type":0,"output_sensitive_type":0,\
      "output_sensitive_int":0,"base_resp":{"status_code":0,"status_msg":""}}\
      """;

  private static final String OPENAI_ANSWER =
      """
      {"id":"05f2bb","object":"chat.completion","created":1790000300,"model":"MiniMax-M3",\
      "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Nine\
       o'clock.","reasoning_content":"short","reasoning_details":[{"type":"reasoning.text",\
      "id":"r1","format":"MiniMax-response-v1","index":0,"text":"short"}]}}],"usage":\
      {"total_tokens":40,"prompt_tokens":30,"completion_tokens":10},"base_resp":{"status_code":0,\
      "status_msg":""}}\
      """;

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static ChatRequest question(ChatEndpoint endpoint) {
    return ChatRequest.of(endpoint, ChatModel.M2_7).message(ChatMessage.user("Hello?")).build();
  }

  private ChatAnswer ask(ChatEndpoint endpoint, String answer) {
    provider.answers(answer);
    return client.chat().complete(question(endpoint));
  }

  @ParameterizedTest
  @CsvSource({"NATIVE,/v1/text/chatcompletion_v2", "OPENAI,/v1/chat/completions"})
  void request_goesToItsEndpoint(ChatEndpoint endpoint, String path) {
    ask(endpoint, NATIVE_ANSWER);

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo(path);
    assertThat(provider.onlyRequest().headers().getFirst("Authorization"))
        .isEqualTo("Bearer test-key-4711-secret");
    assertThat(provider.onlyRequest().headers().getFirst("Content-Type"))
        .isEqualTo("application/json");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"MiniMax-M2.7\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello?\"}],"
                + "\"stream\":false}");
  }

  @Test
  void nativeAnswer_isReadWhole() {
    ChatAnswer answer = ask(ChatEndpoint.NATIVE, NATIVE_ANSWER);

    assertThat(answer.id()).contains("05f1aa");
    assertThat(answer.created()).contains(Instant.ofEpochSecond(1790000222));
    assertThat(answer.model()).contains(ChatModel.M2_7);
    assertThat(answer.choices()).hasSize(1);
    assertThat(answer.choices().get(0).index()).isZero();
    assertThat(answer.choices().get(0).finishReason()).contains(FinishReason.STOP);
    AssistantMessage message = answer.message().orElseThrow();
    assertThat(message.name()).contains("MiniMax AI");
    assertThat(message.content()).contains("Hi.");
    assertThat(message.reasoning()).contains("A greeting.");
    assertThat(message.toolCalls()).isEmpty();
    assertThat(answer.text()).isEqualTo("Hi.");
    ChatUsage usage = answer.usage().orElseThrow();
    assertThat(usage.total()).hasValue(31);
    assertThat(usage.prompt()).hasValue(20);
    assertThat(usage.completion()).hasValue(11);
    assertThat(usage.reasoning()).hasValue(6);
    assertThat(usage.cached()).isEmpty();
    assertThat(usage.characters()).hasValue(0);
    assertThat(answer.inputRisk()).isEqualTo(new ContentRisk(true, false, 0));
    assertThat(answer.outputRisk()).isEqualTo(new ContentRisk(true, false, 0));
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void openAiAnswer_isOfTheSameKind() {
    ChatAnswer answer = ask(ChatEndpoint.OPENAI, OPENAI_ANSWER);

    assertThat(answer.text()).isEqualTo("Nine o'clock.");
    AssistantMessage message = answer.message().orElseThrow();
    assertThat(message.reasoning()).contains("short");
    assertThat(message.reasoningDetails())
        .singleElement()
        .satisfies(
            detail -> {
              assertThat(detail.type()).contains("reasoning.text");
              assertThat(detail.id()).contains("r1");
              assertThat(detail.format()).contains("MiniMax-response-v1");
              assertThat(detail.index()).hasValue(0);
              assertThat(detail.text()).isEqualTo("short");
            });
    assertThat(answer.inputRisk().judged()).isFalse();
    assertThat(answer.usage().orElseThrow().total()).hasValue(40);
  }

  @Test
  void strangeTypes_areReadWithGoodWill() {
    ChatAnswer answer =
        ask(
            ChatEndpoint.OPENAI,
            """
            {"id":9007199254740993,"choices":[{"index":"0","finish_reason":"odd_end","message":\
            {"content":[{"type":"text","text":"Plat"},{"type":"text","text":"form 2"}],\
            "tool_calls":[{"id":7,"function":{"name":"when","arguments":{"n":1}}},{"id":"x"}]}}],\
            "created":"1790000222","usage":{"total_tokens":"31","prompt_tokens":null},\
            "input_sensitive":"1","input_sensitive_type":"3","output_sensitive_int":6,\
            "surprise":{"a":[]},"base_resp":{"status_code":"0"}}\
            """);

    assertThat(answer.id()).contains("9007199254740993");
    assertThat(answer.text()).isEqualTo("Platform 2");
    assertThat(answer.created()).contains(Instant.ofEpochSecond(1790000222));
    assertThat(answer.model()).isEmpty();
    assertThat(answer.choices().get(0).finishReason()).contains(new FinishReason("odd_end"));
    assertThat(answer.usage().orElseThrow().total()).hasValue(31);
    assertThat(answer.usage().orElseThrow().prompt()).isEmpty();
    assertThat(answer.inputRisk()).isEqualTo(new ContentRisk(true, true, 3));
    assertThat(answer.outputRisk()).isEqualTo(new ContentRisk(true, true, 6));
    assertThat(answer.toolCalls()).containsExactly(new ToolCall("7", "when", "{\"n\":1}"));
  }

  @Test
  void missingAndNullFields_areEmpty() {
    ChatAnswer answer =
        ask(
            ChatEndpoint.NATIVE,
            "{\"id\":null,\"choices\":[{\"message\":null}],\"usage\":null,\"created\":0}");

    assertThat(answer.id()).isEmpty();
    assertThat(answer.created()).isEmpty();
    assertThat(answer.text()).isEmpty();
    assertThat(answer.message().orElseThrow().reasoning()).isEmpty();
    assertThat(answer.usage()).isEmpty();
    assertThat(answer.outputRisk()).isEqualTo(new ContentRisk(false, false, 0));
  }

  @Test
  void successWithoutChoices_isUnreadableUnlessHeldBack() {
    provider.answers("{\"choices\":null,\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}");
    assertThat(
            catchThrowableOfType(
                ProviderAnswerUnreadable.class,
                () -> client.chat().complete(question(ChatEndpoint.NATIVE))))
        .hasMessageContaining("without choices");

    ChatAnswer heldBack =
        ask(
            ChatEndpoint.NATIVE,
            "{\"choices\":null,\"output_sensitive\":true,\"output_sensitive_type\":6,"
                + "\"base_resp\":{\"status_code\":0}}");
    assertThat(heldBack.choices()).isEmpty();
    assertThat(heldBack.message()).isEmpty();
    assertThat(heldBack.text()).isEmpty();
    assertThat(heldBack.outputRisk()).isEqualTo(new ContentRisk(true, true, 6));
  }

  @Test
  void thoughtsBetweenTags_areToldFromTheAnswer() {
    ChatAnswer answer =
        ask(
            ChatEndpoint.OPENAI,
            "{\"choices\":[{\"message\":{\"content\":\"<think>\\n"
                + "About nine?\\n"
                + "</think>\\n"
                + "\\n"
                + "Nine, I <think>.\"}}]}");

    assertThat(answer.text()).isEqualTo("Nine, I <think>.");
    assertThat(answer.message().orElseThrow().reasoning()).contains("About nine?");

    ChatAnswer cutOff =
        ask(
            ChatEndpoint.OPENAI,
            "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"<think>Abou\"}}]}");
    assertThat(cutOff.text()).isEmpty();
    assertThat(cutOff.message().orElseThrow().reasoning()).contains("Abou");
  }

  @ParameterizedTest
  @CsvSource({
    "402,insufficient_balance_error,insufficient balance (1008),1008",
    "500,api_error,insufficient balance (1008),1008",
    "402,insufficient_balance_error,insufficient balance,1008",
    "401,authorized_error,invalid api key (2049),2049",
    "529,overloaded_error,overloaded,1000"
  })
  void errorObject_isJudgedByItsCodeWhateverTheStatus(
      int status, String type, String message, int code) {
    provider.answers(
        status,
        "application/json",
        "{\"type\":\"error\",\"error\":{\"type\":\""
            + type
            + "\",\"message\":\""
            + message
            + "\",\"http_code\":\""
            + status
            + "\"},\"request_id\":\"05aa\"}");

    ProviderRefused refused =
        catchThrowableOfType(
            ProviderRefused.class, () -> client.chat().complete(question(ChatEndpoint.OPENAI)));

    assertThat(refused.code()).contains(new ErrorCode(code));
    assertThat(refused.retry()).isEqualTo(Retry.NEVER);
    provider.onlyRequest();
  }

  @ParameterizedTest
  @EnumSource
  void envelopeFailure_isRefusedAtBothEndpoints(ChatEndpoint endpoint) {
    provider.answers(
        "{\"id\":\"05f1\",\"choices\":null,\"base_resp\":{\"status_code\":1027,"
            + "\"status_msg\":\"output new_sensitive\"}}");

    ProviderException failure =
        catchThrowableOfType(
            ProviderException.class, () -> client.chat().complete(question(endpoint)));

    assertThat(failure.code()).contains(new ErrorCode(1027));
    assertThat(failure.operation()).isEqualTo(endpoint.operation());
    assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
  }

  @Test
  void models_areListed() {
    provider.answers(
        "{\"object\":\"list\",\"data\":[{\"id\":\"MiniMax-M3\",\"object\":\"model\","
            + "\"created\":1780000000,\"owned_by\":\"minimax\"},{\"id\":\"MiniMax-M9-new\"},"
            + "{\"object\":\"model\"},null]}");

    ModelList list = client.chat().models();

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/models");
    assertThat(list.models())
        .containsExactly(
            new TextModel(
                ChatModel.M3,
                Optional.of(Instant.ofEpochSecond(1780000000)),
                Optional.of("minimax")),
            new TextModel(new ChatModel("MiniMax-M9-new"), Optional.empty(), Optional.empty()));
  }
}
