package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatMessage;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import dev.timbre.provider.client.wire.chat.FinishReason;
import dev.timbre.provider.client.wire.chat.FunctionTool;
import dev.timbre.provider.client.wire.chat.ToolCall;
import dev.timbre.provider.client.wire.chat.ToolChoice;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatToolsTest {

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  /** How tools are used: call, give the results back with the model's own message, ask again. */
  @Test
  void toolCalls_areAnsweredInTheNextRequest() {
    JsonObject schema =
        json("{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}");
    FunctionTool weather = new FunctionTool("weather", "Today's weather of a city", schema);
    List<ChatMessage> conversation =
        new ArrayList<>(List.of(ChatMessage.user("Is it cold in Kiel?")));
    provider.answers(
        "{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"content\":\"\","
            + "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"id\":\"r1\",\"index\":0,"
            + "\"text\":\"look\"}],\"tool_calls\":[{\"id\":\"call_function_ab12_1\","
            + "\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":"
            + "\"{\\\"city\\\": \\\"Kiel\\\"}\"}}]}}]}");

    ChatAnswer asked = client.chat().complete(withTool(conversation, weather));
    conversation.add(ChatMessage.of(asked.message().orElseThrow()));
    for (ToolCall call : asked.toolCalls()) {
      String city = call.argumentsObject().orElseThrow().getString("city");
      conversation.add(ChatMessage.toolResult(call, city + ": 4 degrees"));
    }

    assertThat(asked.choices().get(0).finishReason()).contains(FinishReason.TOOL_CALLS);
    assertThat(withTool(conversation, weather).toJson())
        .hasToString(
            "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":\"Is it cold in"
                + " Kiel?\"},{\"role\":\"assistant\",\"content\":\"\",\"reasoning_details\":"
                + "[{\"type\":\"reasoning.text\",\"id\":\"r1\",\"index\":0,\"text\":\"look\"}],"
                + "\"tool_calls\":[{\"id\":\"call_function_ab12_1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":"
                + " \\\"Kiel\\\"}\"}}]},{\"role\":\"tool\",\"content\":\"Kiel: 4 degrees\","
                + "\"tool_call_id\":\"call_function_ab12_1\"}],\"stream\":false,\"tools\":"
                + "[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"description\":"
                + "\"Today's weather of a city\",\"parameters\":{\"type\":\"object\","
                + "\"properties\":{\"city\":{\"type\":\"string\"}}}}}],\"tool_choice\":\"auto\"}");
  }

  private static ChatRequest withTool(List<ChatMessage> conversation, FunctionTool tool) {
    return ChatRequest.of(ChatEndpoint.OPENAI, ChatModel.M3)
        .messages(conversation)
        .tools(List.of(tool))
        .toolChoice(ToolChoice.AUTO)
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{\"a\":1|false", "{\"a\":1}}|false", "[1]|false", "~~|true", "{\"a\":1} |true"})
  void argumentsOfATool_areAnObjectOnlyWhenTheyAreOne(String arguments, boolean valid) {
    ToolCall call = new ToolCall("c1", "f", arguments);

    assertThat(call.arguments()).isEqualTo(arguments);
    assertThat(call.argumentsObject().isPresent()).isEqualTo(valid);
  }

  private static JsonObject json(String text) {
    return JsonText.object(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
