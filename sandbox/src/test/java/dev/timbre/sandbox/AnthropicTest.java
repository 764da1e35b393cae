package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String PATH = "/anthropic/v1/messages";
  private static final String TOOL =
      ",\"tools\":[{\"name\":\"get_weather\",\"input_schema\":{\"type\":\"object\","
          + "\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}}]";

  private static String body(String said, String more) {
    return "{\"model\":\"MiniMax-M3\",\"max_tokens\":500,\"messages\":[{\"role\":\"user\","
        + "\"content\":\""
        + said
        + "\"}]"
        + more
        + "}";
  }

  private static JsonNode ask(String body) throws IOException {
    return SANDBOX.demo().post(PATH, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/anthropic/v1/messages", "/v1/messages"})
  void bareKeyOrBearer_opensBothPaths(String path) throws Exception {
    Caller nobody = SANDBOX.control();
    HttpResponse<byte[]> bare =
        nobody.send(
            nobody
                .to(path)
                .header("x-api-key", SandboxConfig.DEMO_KEY)
                .header("anthropic-version", "2023-06-01")
                .POST(BodyPublishers.ofString(body("Hi", ""))));
    assertThat(bare.statusCode()).isEqualTo(200);
    assertThat(SANDBOX.demo().post(path, body("Hi", "")).get("type").asText()).isEqualTo("message");
    HttpResponse<byte[]> wrong =
        nobody.send(
            nobody
                .to(path)
                .header("x-api-key", "nope")
                .POST(BodyPublishers.ofString(body("Hi", ""))));
    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @Test
  void answer_hasThoughtAndText() throws Exception {
    JsonNode answer = ask(body("Say Hi", ",\"system\":\"Be brief.\""));
    assertThat(answer.get("role").asText()).isEqualTo("assistant");
    assertThat(answer.at("/content/0/type").asText()).isEqualTo("thinking");
    assertThat(answer.at("/content/0/signature").asText()).isNotEmpty();
    assertThat(answer.at("/content/1").toString()).isEqualTo("{\"type\":\"text\",\"text\":\"Hi\"}");
    assertThat(answer.get("stop_reason").asText()).isEqualTo("end_turn");
    assertThat(answer.get("stop_sequence").isNull()).isTrue();
    // 4 for each message, 4 for the system's words and sign, 2 for the user's
    assertThat(answer.at("/usage/input_tokens").asInt()).isEqualTo(4 + 4 + 4 + 2);
    assertThat(Caller.code(answer)).isZero();
    JsonNode quiet = ask(body("Say Hi", ",\"thinking\":{\"type\":\"disabled\"}"));
    assertThat(quiet.at("/content/0/type").asText()).isEqualTo("text");
  }

  @Test
  void stream_hasNamedEventsInOrder() throws Exception {
    Frames frames = Frames.of(SANDBOX.demo(), PATH, body("Say Hi", ",\"stream\":true"));
    List<String> order = new ArrayList<>();
    for (String name : frames.names()) {
      if (order.isEmpty() || !order.get(order.size() - 1).equals(name)) {
        order.add(name);
      }
    }
    assertThat(order)
        .containsExactly(
            "message_start",
            "ping",
            "content_block_start",
            "content_block_delta",
            "content_block_stop",
            "content_block_start",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop");
    assertThat(frames.data()).extracting(f -> f.get("type").asText()).isEqualTo(frames.names());
    assertThat(frames.joined("/delta/text")).isEqualTo("Hi");
    assertThat(frames.joined("/delta/thinking")).isNotEmpty();
    assertThat(frames.joined("/delta/signature")).isNotEmpty();
    assertThat(frames.joined("/delta/stop_reason")).isEqualTo("end_turn");
    assertThat(frames.data().get(0).at("/message/usage/output_tokens").asInt()).isZero();
    assertThat(frames.marked()).isFalse();
  }

  @Test
  void tool_isUsed_andItsResultTold() throws Exception {
    JsonNode answer = ask(body("weather in Oslo?", TOOL));
    assertThat(answer.get("stop_reason").asText()).isEqualTo("tool_use");
    JsonNode use = answer.at("/content/1");
    assertThat(use.get("type").asText()).isEqualTo("tool_use");
    assertThat(use.get("input").toString()).isEqualTo("{\"city\":\"Oslo\"}");
    JsonNode told =
        ask(
            "{\"model\":\"MiniMax-M3\",\"max_tokens\":500,\"messages\":[{\"role\":\"user\","
                + "\"content\":\"weather in Oslo?\"},{\"role\":\"assistant\",\"content\":"
                + answer.get("content")
                + "},{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":"
                + use.get("id")
                + ",\"content\":\"minus four\"}]}]"
                + TOOL
                + "}");
    assertThat(told.at("/content/1/text").asText()).isEqualTo("get_weather answered: minus four");
  }

  @Test
  void toolUse_isStreamedInPieces() throws Exception {
    Frames frames =
        Frames.of(SANDBOX.demo(), PATH, body("weather in Oslo?", TOOL + ",\"stream\":true"));
    assertThat(frames.joined("/content_block/name")).isEqualTo("get_weather");
    assertThat(frames.joined("/delta/partial_json")).isEqualTo("{\"city\":\"Oslo\"}");
    assertThat(frames.joined("/delta/stop_reason")).isEqualTo("tool_use");
  }

  @Test
  void toolChoice_forcesOrForbids() throws Exception {
    assertThat(ask(body("Hello", TOOL + ",\"tool_choice\":{\"type\":\"any\"}")).get("stop_reason"))
        .hasToString("\"tool_use\"");
    assertThat(
            ask(body("weather?", TOOL + ",\"tool_choice\":{\"type\":\"none\"}")).get("stop_reason"))
        .hasToString("\"end_turn\"");
  }

  @Test
  void boundAndStopText_areNamedAsReasons() throws Exception {
    String quiet = ",\"thinking\":{\"type\":\"disabled\"}";
    JsonNode stopped = ask(body("Count to 9", quiet + ",\"stop_sequences\":[\", 3\"]"));
    assertThat(stopped.get("stop_reason").asText()).isEqualTo("stop_sequence");
    assertThat(stopped.get("stop_sequence").asText()).isEqualTo(", 3");
    assertThat(stopped.at("/content/0/text").asText()).isEqualTo("1, 2");
    JsonNode cut =
        ask(
            "{\"model\":\"MiniMax-Text-01\",\"max_tokens\":3,\"messages\":[{\"role\":\"user\","
                + "\"content\":\"Count to 9\"}]}");
    assertThat(cut.get("stop_reason").asText()).isEqualTo("max_tokens");
    assertThat(cut.at("/content/0/text").asText()).isEqualTo("1, 2");
  }

  @Test
  void blocks_areCounted() throws Exception {
    JsonNode answer =
        ask(
            "{\"model\":\"MiniMax-Text-01\",\"max_tokens\":99,\"messages\":[{\"role\":\"user\","
                + "\"content\":[{\"type\":\"text\",\"text\":\"Look\"},{\"type\":\"image\","
                + "\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":"
                + "\"iVBORw0KGgo=\"}}]}]}");
    assertThat(answer.at("/content/0/text").asText())
        .isEqualTo("You said: \"Look\" (1 images, 0 videos)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'model':'MiniMax-M3','messages':[{'role':'user','content':'x'}]} | max_tokens is empty",
        "{'model':'MiniMax-M3','max_tokens':9} | messages is empty",
        "{'model':'MiniMax-M3','max_tokens':9,'messages':[{'role':'system','content':'x'}]}"
            + " | messages[0].role",
        "{'model':'MiniMax-M3','max_tokens':9,'messages':[{'role':'user'}]} | messages[0].content",
        "{'model':'MiniMax-M3','max_tokens':9,'temperature':1.5,'messages':[{'role':'user',"
            + "'content':'x'}]} | temperature",
        "{'model':'MiniMax-M3','max_tokens':9,'messages':[{'role':'user','content':"
            + "[{'type':'tool_result','tool_use_id':'t','content':'x'}]}]} | follows no call",
        "{'model':'MiniMax-M3','max_tokens':9,'messages':[{'role':'user','content':"
            + "[{'type':'image','source':{'type':'url','url':'ftp://x'}}]}]} | source.url",
        "{'model':'MiniMax-M3','max_tokens':9,'tools':[{'name':''}],'messages':[{'role':'user',"
            + "'content':'x'}]} | tools[0].name"
      })
  void badRequest_isRefusedWithTheNameOfItsField(String body, String complaint) throws Exception {
    Caller demo = SANDBOX.demo();
    HttpResponse<byte[]> response =
        demo.send(demo.to(PATH).POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode error = new ObjectMapper().readTree(response.body());
    assertThat(error.get("type").asText()).isEqualTo("error");
    assertThat(error.at("/error/message").asText()).contains(complaint).endsWith("(2013)");
  }
}
