package dev.timbre.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.PollPace;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.batch.AnsweredLine;
import dev.timbre.provider.client.wire.batch.Batch;
import dev.timbre.provider.client.wire.batch.BatchInput;
import dev.timbre.provider.client.wire.batch.BatchInputCheck;
import dev.timbre.provider.client.wire.batch.BatchOutputLine;
import dev.timbre.provider.client.wire.batch.BatchRequest;
import dev.timbre.provider.client.wire.batch.BatchStatus;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatMessage;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import dev.timbre.provider.client.wire.chat.FinishReason;
import dev.timbre.provider.client.wire.chat.FunctionTool;
import dev.timbre.provider.client.wire.chat.ResponseFormat;
import dev.timbre.provider.client.wire.chat.ToolCall;
import dev.timbre.provider.client.wire.file.FilePurpose;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conversations at the provider itself: with tools, in a shape, and many at once. */
class ConversationTest {

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final PollPace OFTEN =
      new PollPace(Duration.ofMillis(100), Duration.ofSeconds(60));

  private MiniMaxClient client;

  @BeforeEach
  void connect() {
    SANDBOX.settings("{\"taskSeconds\":0}");
    client = Seller.MINIMAX.client(SANDBOX);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @ParameterizedTest
  @EnumSource
  void chat_usesAToolAndItsResult(ChatEndpoint endpoint) {
    FunctionTool weather =
        new FunctionTool(
            "get_weather",
            "The weather of a city.",
            json(
                "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},"
                    + "\"required\":[\"city\"]}"));
    ChatMessage question = ChatMessage.user("What is the weather in Hamburg?");
    ChatRequest asked =
        ChatRequest.of(endpoint, ChatModel.M2).message(question).tools(List.of(weather)).build();

    ChatAnswer wants = client.chat().complete(asked);

    assertThat(wants.choices().get(0).finishReason()).contains(FinishReason.TOOL_CALLS);
    ToolCall call = wants.toolCalls().get(0);
    assertThat(call.argumentsObject().get().getString("city")).isEqualTo("Hamburg");

    ChatAnswer told =
        client
            .chat()
            .complete(
                ChatRequest.of(endpoint, ChatModel.M2)
                    .message(question)
                    .message(ChatMessage.of(wants.message().get()))
                    .message(ChatMessage.toolResult(call, "{\"sky\":\"clear\"}"))
                    .tools(List.of(weather))
                    .build());
    assertThat(told.toolCalls()).isEmpty();
    assertThat(told.text()).isNotBlank();
  }

  @Test
  void chat_answersInTheShapeOfASchema() {
    ResponseFormat shape =
        new ResponseFormat(
            "place",
            Optional.empty(),
            json(
                "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},"
                    + "\"people\":{\"type\":\"integer\",\"minimum\":1}},"
                    + "\"required\":[\"city\",\"people\"],\"additionalProperties\":false}"));

    ChatAnswer answer =
        client
            .chat()
            .complete(
                ChatRequest.of(ChatEndpoint.NATIVE, ChatModel.TEXT_01)
                    .message(ChatMessage.user("Tell me of Hamburg, people: 1900000."))
                    .responseFormat(shape)
                    .build());

    assertThat(json(answer.text())).containsOnlyKeys("city", "people");
    assertThat(json(answer.text()).getInt("people")).isPositive();
  }

  @Test
  void batch_isAnsweredLineByLine() throws IOException, InterruptedException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    BatchInput input = BatchInput.to(lines);
    for (int i = 1; i <= 3; i++) {
      input.add(
          "line-" + i,
          ChatRequest.of(ChatEndpoint.NATIVE, ChatModel.TEXT_01)
              .message(ChatMessage.user("Question " + i))
              .build());
    }
    assertThat(BatchInputCheck.check(new ByteArrayInputStream(lines.toByteArray())).isValid())
        .isTrue();
    FileId file = Studio.upload(client, FilePurpose.BATCH, "lines.jsonl", lines.toByteArray());

    Batch ordered = client.batches().create(BatchRequest.of(file));
    Batch done = client.batches().await(ordered.id(), OFTEN);

    assertThat(done.status()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(done.counts().completed()).hasValue(3);
    List<BatchOutputLine> answers = new ArrayList<>();
    client.batches().read(done.files().output().get(), 1_000_000, answers::add);
    assertThat(answers)
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(line)
                    .isInstanceOfSatisfying(
                        AnsweredLine.class, each -> assertThat(each.answer().text()).isNotBlank()));
    assertThat(client.batches().list(10, Optional.empty()).batches()).hasSize(1);
  }
}
