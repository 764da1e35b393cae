package dev.timbre.provider.client.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.JsonText;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChatRequestTest {

  private static ChatRequest.Builder to(ChatEndpoint endpoint) {
    return ChatRequest.of(endpoint, ChatModel.M3).message(ChatMessage.user("Hello?"));
  }

  private static ChatRequest.Builder plain() {
    return to(ChatEndpoint.NATIVE);
  }

  private static ChatRequest.Builder openAi() {
    return to(ChatEndpoint.OPENAI);
  }

  private static JsonObject json(String text) {
    return JsonText.object(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static MediaAddress data(int megabytes) {
    return new MediaAddress("data:image/png;base64," + "A".repeat(megabytes * 1024 * 1024 / 3 * 4));
  }

  private static ChatRequest showing(ChatEndpoint endpoint, ContentPart... parts) {
    return ChatRequest.of(endpoint, ChatModel.M3)
        .message(ChatMessage.of(ChatRole.USER, List.of(parts)))
        .build();
  }

  private static Arguments broken(String field, String value, ThrowingCallable request) {
    return arguments(field, value, request);
  }

  static Stream<Arguments> brokenRequests() {
    MediaAddress film = new MediaAddress("https://media.example/film.mp4");
    return Stream.of(
        broken("temperature", "0.0", () -> plain().temperature(0)),
        broken("temperature", "1.01", () -> plain().temperature(1.01)),
        broken("temperature", "2.01", () -> openAi().temperature(2.01)),
        broken("temperature", "-0.1", () -> openAi().temperature(-0.1)),
        broken("temperature", "NaN", () -> plain().temperature(Double.NaN)),
        broken("top_p", "0.0", () -> openAi().topP(0)),
        broken("top_p", "1.1", () -> plain().topP(1.1)),
        broken("max_completion_tokens", "0", () -> plain().maxTokens(0)),
        broken("max_completion_tokens", "524289", () -> openAi().maxTokens(524_289)),
        broken("thinking", "adaptive", () -> plain().thinking(Thinking.ADAPTIVE)),
        broken("reasoning_split", "true", () -> plain().reasoningSplit(true)),
        broken("service_tier", "priority", () -> plain().serviceTier(ServiceTier.PRIORITY)),
        broken(
            "tool_choice", "a named function", () -> plain().toolChoice(ToolChoice.function("f"))),
        broken("mask_sensitive_info", "true", () -> openAi().maskSensitiveInfo(true)),
        broken("model", "blank", () -> new ChatModel(" ")),
        broken(
            "messages", "empty", () -> ChatRequest.of(ChatEndpoint.NATIVE, ChatModel.M3).build()),
        broken("messages.content.text", "blank", () -> ChatMessage.user(" ")),
        broken("messages.content", "missing", () -> ChatMessage.of(ChatRole.USER, List.of())),
        broken("messages.tool_call_id", "missing", () -> ChatMessage.of(ChatRole.TOOL, "4")),
        broken("messages.name", "blank", () -> ChatMessage.user("a").named("")),
        broken(
            "messages.content.url",
            "20 characters of another kind",
            () -> new MediaAddress("file:///etc/password")),
        broken("messages.content.image_url", "11534334 bytes", () -> ImagePart.of(data(11))),
        broken(
            "messages.content.image_url.max_long_side_pixel",
            "0",
            () -> new ImagePart(film, Optional.empty(), OptionalInt.of(0))),
        broken("messages.content.video_url", "53477376 bytes", () -> VideoPart.of(data(51))),
        broken(
            "messages.content.video_url.fps",
            "0.1",
            () -> new VideoPart(film, OptionalDouble.of(0.1))),
        broken(
            "messages.content.video_url.fps",
            "5.1",
            () -> new VideoPart(film, OptionalDouble.of(5.1))),
        broken(
            "messages.content.video_url",
            "set",
            () -> showing(ChatEndpoint.NATIVE, VideoPart.of(film))),
        broken("tools.function.name", "blank", () -> new FunctionTool("", "a", json("{}"))),
        broken("tools.function.description", "blank", () -> new FunctionTool("a", "", json("{}"))),
        broken(
            "response_format.json_schema.schema",
            "empty",
            () -> new ResponseFormat("a", Optional.empty(), json("{}"))));
  }

  @ParameterizedTest
  @MethodSource("brokenRequests")
  void valueOutsideItsLimit_isNamedWithFieldValueAndLimit(
      String field, String value, ThrowingCallable request) {
    InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, request);

    assertThat(invalid).isNotNull();
    assertThat(invalid.field()).isEqualTo(field);
    assertThat(invalid.value()).isEqualTo(value);
    assertThat(invalid.limit()).isNotBlank();
  }

  @Test
  void bodyThatIsSurelyTooLarge_isRefused() {
    List<ChatMessage> messages =
        Collections.nCopies(5, ChatMessage.of(ChatRole.USER, List.of(ImagePart.of(data(10)))));

    assertThat(
            catchThrowableOfType(
                InvalidRequest.class,
                () -> ChatRequest.of(ChatEndpoint.OPENAI, ChatModel.M3).messages(messages).build()))
        .hasMessageContaining("messages")
        .hasMessageContaining("67108864");
  }

  @Test
  void valuesOnTheirLimit_areAccepted() {
    assertThatCode(
            () -> {
              plain().temperature(0.01).temperature(1).topP(0.01).topP(1).maxTokens(1);
              openAi().temperature(0).temperature(2).maxTokens(524_288);
              showing(ChatEndpoint.NATIVE, ImagePart.of(data(10)));
              VideoPart.of(data(50));
              showing(ChatEndpoint.OPENAI, VideoPart.of(data(47)));
              plain().toolChoice(new ToolChoice("required", false));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void nativeOptions_areWrittenByTheirNames() {
    ChatRequest request =
        ChatRequest.of(ChatEndpoint.NATIVE, ChatModel.TEXT_01)
            .message(ChatMessage.system("Answer shortly.").named("Rules"))
            .message(ChatMessage.user("Which day?"))
            .maxTokens(256)
            .temperature(0.5)
            .topP(0.95)
            .responseFormat(
                new ResponseFormat("day", Optional.of("A weekday"), json("{\"type\":\"object\"}")))
            .toolChoice(ToolChoice.NONE)
            .maskSensitiveInfo(false)
            .build();

    assertThat(request.toJson())
        .hasToString(
            "{\"model\":\"MiniMax-Text-01\",\"messages\":[{\"role\":\"system\",\"name\":\"Rules\","
                + "\"content\":\"Answer shortly.\"},{\"role\":\"user\",\"content\":\"Which"
                + " day?\"}],\"stream\":false,\"max_completion_tokens\":256,\"temperature\":0.5,"
                + "\"top_p\":0.95,\"tool_choice\":\"none\",\"response_format\":{\"type\":"
                + "\"json_schema\",\"json_schema\":{\"name\":\"day\",\"description\":\"A"
                + " weekday\",\"schema\":{\"type\":\"object\"}}},\"mask_sensitive_info\":false}");
  }

  @Test
  void openAiOptions_areWrittenByTheirNames() {
    ChatRequest request =
        ChatRequest.of(ChatEndpoint.OPENAI, ChatModel.M3)
            .message(
                ChatMessage.of(
                    ChatRole.USER,
                    List.of(
                        new TextPart("What is this?"),
                        new ImagePart(
                            new MediaAddress("https://media.example/a.png"),
                            Optional.of("high"),
                            OptionalInt.of(1024)),
                        new VideoPart(
                            MediaAddress.of(new FileId("9007199254740993")),
                            OptionalDouble.of(0.5)))))
            .thinking(Thinking.DISABLED)
            .reasoningSplit(true)
            .serviceTier(ServiceTier.STANDARD)
            .toolChoice(ToolChoice.function("weather"))
            .build();

    assertThat(request.toJson())
        .hasToString(
            "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
                + "\"text\",\"text\":\"What is this?\"},{\"type\":\"image_url\",\"image_url\":"
                + "{\"url\":\"https://media.example/a.png\",\"detail\":\"high\","
                + "\"max_long_side_pixel\":1024}},{\"type\":\"video_url\",\"video_url\":{\"url\":"
                + "\"mm_file://9007199254740993\",\"fps\":0.5}}]}],\"stream\":false,"
                + "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"weather\"}},"
                + "\"thinking\":{\"type\":\"disabled\"},\"reasoning_split\":true,"
                + "\"service_tier\":\"standard\"}");
  }

  @Test
  void streamedRequest_asksForTheUsageToo() {
    assertThat(plain().build().streamed().toJson())
        .hasToString(
            "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello?\"}],"
                + "\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
  }

  @Test
  void builtRequest_doesNotChangeWithItsBuilder() {
    ChatRequest.Builder builder = plain();
    ChatRequest built = builder.build();

    builder.message(ChatMessage.user("More.")).temperature(0.5);

    assertThat(built.messages()).hasSize(1);
    assertThat(built.toJson().keySet()).containsExactly("model", "messages", "stream");
  }

  @Test
  void textForms_tellNoText() {
    ChatMessage message = ChatMessage.user("top secret");
    ToolCall call = new ToolCall("c1", "f", "{\"top\":\"secret\"}");
    ReasoningDetail detail =
        new ReasoningDetail(
            Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), "secret");
    AssistantMessage said =
        new AssistantMessage(
            Optional.empty(),
            Optional.of("top secret"),
            Optional.of("secret"),
            List.of(detail),
            List.of(call));

    assertThat(
            List.of(
                    message,
                    call,
                    detail,
                    said,
                    new TextPart("top secret"),
                    ImagePart.of(new MediaAddress("https://media.example/secret")),
                    plain().message(message).build(),
                    new ChatChoice(0, said, Optional.empty()))
                .toString())
        .doesNotContain("secret");
  }
}
