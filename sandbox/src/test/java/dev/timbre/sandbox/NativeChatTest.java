package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeChatTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String PATH = "/v1/text/chatcompletion_v2";
  private static final String WEATHER =
      ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"parameters\":"
          + "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},"
          + "\"required\":[\"city\"]}}}]";

  private static String body(String model, String said, String more) {
    return "{\"model\":\""
        + model
        + "\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + said
        + "\"}]"
        + more
        + "}";
  }

  private static JsonNode ask(String body) throws IOException {
    return SANDBOX.demo().post(PATH, body);
  }

  @Test
  void answer_hasTheShapeOfTheReference() throws Exception {
    JsonNode answer = ask(body("MiniMax-M2.7", "Say Hi.", ""));
    assertThat(answer.get("object").asText()).isEqualTo("chat.completion");
    assertThat(answer.get("model").asText()).isEqualTo("MiniMax-M2.7");
    assertThat(answer.get("id").asText()).hasSize(32);
    JsonNode choice = answer.at("/choices/0");
    assertThat(choice.get("finish_reason").asText()).isEqualTo("stop");
    JsonNode message = choice.get("message");
    assertThat(message.get("content").asText()).isEqualTo("Hi.");
    assertThat(message.get("role").asText()).isEqualTo("assistant");
    assertThat(message.get("name").asText()).isEqualTo("MiniMax AI");
    assertThat(message.get("audio_content").asText()).isEmpty();
    assertThat(message.get("reasoning_content").asText()).isNotEmpty();
    assertThat(message.get("tool_calls").isNull()).isTrue();
    JsonNode usage = answer.get("usage");
    assertThat(usage.get("total_tokens").asInt())
        .isEqualTo(usage.get("prompt_tokens").asInt() + usage.get("completion_tokens").asInt());
    assertThat(usage.at("/completion_tokens_details/reasoning_tokens").asInt()).isPositive();
    assertThat(answer.get("input_sensitive").asBoolean(true)).isFalse();
    assertThat(answer.get("base_resp").toString())
        .isEqualTo("{\"status_code\":0,\"status_msg\":\"\"}");
  }

  @Test
  void modelThatDoesNotReason_hasNoThoughts() throws Exception {
    JsonNode message = ask(body("MiniMax-Text-01", "Hi", "")).at("/choices/0/message");
    assertThat(message.has("reasoning_content")).isFalse();
    JsonNode quiet = ask(body("MiniMax-M3", "Hi", ",\"thinking\":{\"type\":\"disabled\"}"));
    assertThat(quiet.at("/choices/0/message").has("reasoning_content")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Count to 9, stop", "weather in Rome, tool_calls"})
  void lastPieceOfAStream_alreadySaysWhyItEnds(String question, String reason) throws Exception {
    String tools =
        """
        ,"stream":true,"tools":[{"type":"function","function":{"name":"get_weather",
        "parameters":{"type":"object","properties":{"city":{"type":"string"}}}}}]\
        """;
    Frames frames = Frames.of(SANDBOX.demo(), PATH, body("MiniMax-M2.7", question, tools));
    int pieces = frames.data().size() - 1;
    JsonNode last = frames.data().get(pieces - 1).at("/choices/0");
    assertThat(last.get("finish_reason").asText()).isEqualTo(reason);
    assertThat(last.get("delta").has(reason.equals("stop") ? "content" : "tool_calls")).isTrue();
    assertThat(frames.data().subList(0, pieces - 1))
        .noneMatch(frame -> frame.at("/choices/0").has("finish_reason"));
    assertThat(frames.last().at("/choices/0/finish_reason").asText()).isEqualTo(reason);
  }

  @Test
  void stream_endsInTheWholeAnswer_withoutAMark() throws Exception {
    Frames frames =
        Frames.of(SANDBOX.demo(), PATH, body("MiniMax-M2.7", "Count to 9", ",\"stream\":true"));
    assertThat(frames.marked()).isFalse();
    assertThat(frames.names()).isEmpty();
    List<JsonNode> chunks = frames.data().subList(0, frames.data().size() - 1);
    assertThat(chunks).hasSizeGreaterThan(3);
    assertThat(chunks)
        .allSatisfy(
            chunk -> {
              assertThat(chunk.get("object").asText()).isEqualTo("chat.completion.chunk");
              assertThat(chunk.get("usage").isNull()).isTrue();
              assertThat(chunk.has("base_resp")).isFalse();
            });
    assertThat(frames.joined("/choices/0/delta/content")).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9");
    JsonNode whole = frames.last();
    assertThat(whole.get("object").asText()).isEqualTo("chat.completion");
    assertThat(whole.at("/choices/0/message/content").asText())
        .isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9");
    assertThat(frames.joined("/choices/0/delta/reasoning_content"))
        .isEqualTo(whole.at("/choices/0/message/reasoning_content").asText());
    assertThat(whole.at("/usage/completion_tokens").asInt()).isPositive();
    assertThat(Caller.code(whole)).isZero();
  }

  @Test
  void tool_isCalled_andItsResultTold() throws Exception {
    JsonNode answer = ask(body("MiniMax-M2", "How is the weather in Oslo?", WEATHER));
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    JsonNode call = answer.at("/choices/0/message/tool_calls/0");
    assertThat(call.get("type").asText()).isEqualTo("function");
    assertThat(call.at("/function/arguments").asText()).isEqualTo("{\"city\":\"Oslo\"}");
    String history =
        "{\"model\":\"MiniMax-M2\",\"messages\":[{\"role\":\"user\",\"content\":\"Weather?\"},"
            + answer.at("/choices/0/message")
            + ",{\"role\":\"tool\",\"tool_call_id\":"
            + call.get("id")
            + ",\"content\":\"minus four\"}]"
            + WEATHER
            + "}";
    JsonNode told = ask(history);
    assertThat(told.at("/choices/0/message/content").asText())
        .isEqualTo("get_weather answered: minus four");
    assertThat(told.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void parametersAsText_areReadToo() throws Exception {
    JsonNode answer =
        ask(
            body(
                "MiniMax-Text-01",
                "weather in Oslo",
                ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\","
                    + "\"parameters\":\"{\\\"type\\\":\\\"object\\\",\\\"properties\\\":"
                    + "{\\\"city\\\":{\\\"type\\\":\\\"string\\\"}}}\"}}]"));
    assertThat(answer.at("/choices/0/message/tool_calls/0/function/arguments").asText())
        .isEqualTo("{\"city\":\"Oslo\"}");
  }

  @Test
  void jsonSchema_isSatisfied() throws Exception {
    JsonNode answer =
        ask(
            body(
                "MiniMax-Text-01",
                "Anna is 31",
                ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"p\","
                    + "\"schema\":{\"type\":\"object\",\"properties\":{\"age\":{\"type\":"
                    + "\"integer\",\"maximum\":40},\"name\":{\"type\":\"string\"}}}}}"));
    assertThat(answer.at("/choices/0/message/content").asText())
        .isEqualTo("{\"age\":31,\"name\":\"Anna\"}");
  }

  @Test
  void parts_areCounted() throws Exception {
    String parts =
        "{\"model\":\"MiniMax-Text-01\",\"messages\":[{\"role\":\"user\",\"content\":["
            + "{\"type\":\"text\",\"text\":\"Look\"},{\"type\":\"image_url\",\"image_url\":"
            + "{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}}]}]}";
    JsonNode answer = ask(parts);
    assertThat(answer.at("/choices/0/message/content").asText())
        .isEqualTo("You said: \"Look\" (1 images, 0 videos)");
    // 4 for the message, 1 for the word, 256 for the picture
    assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(261);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'messages':[{'role':'user','content':'x'}]} | model is empty",
        "{'model':'gpt-4','messages':[{'role':'user','content':'x'}]} | unknown model 'gpt-4'",
        "{'model':'MiniMax-M2'} | messages is empty",
        "{'model':'MiniMax-M2','messages':'x'} | messages must be an array",
        "{'model':'MiniMax-M2','messages':[{'role':'system','content':'x'}]} | nobody to answer",
        "{'model':'MiniMax-M2','messages':[{'role':'wizard','content':'x'}]} | messages[0].role",
        "{'model':'MiniMax-M2','messages':[{'role':'user','content':''}]} | messages[0].content",
        "{'model':'MiniMax-M2','messages':[{'role':'user','content':5}]} | messages[0].content",
        "{'model':'MiniMax-M2','messages':[{'role':'user','content':[{'type':'smell'}]}]}"
            + " | messages[0].content[0].type",
        "{'model':'MiniMax-M2','messages':[{'role':'user','content':[{'type':'image_url',"
            + "'image_url':{'url':'file:///x'}}]}]} | messages[0].content[0].image_url.url",
        "{'model':'MiniMax-M2','messages':[{'role':'user','content':[{'type':'video_url',"
            + "'video_url':{'url':'mm_file://1'}}]}]} | messages[0].content[0].video_url.url",
        "{'model':'MiniMax-M2','messages':[{'role':'user','content':'x'},"
            + "{'role':'tool','content':'y','tool_call_id':'c'}]} | follows no call"
      })
  void badMessage_isRefusedWithTheNameOfItsField(String body, String complaint) throws Exception {
    JsonNode answer = ask(body.replace('\'', '"'));
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).contains(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'temperature':0 | temperature",
        "'temperature':1.5 | temperature",
        "'top_p':0 | top_p",
        "'max_tokens':0 | max_tokens",
        "'max_completion_tokens':204801 | max_completion_tokens",
        "'n':2 | n must be 1",
        "'stream':'yes' | stream",
        "'tools':[{'type':'magic'}] | tools[0].type",
        "'tools':[{'type':'function','function':{'name':'a b'}}] | tools[0].function.name",
        "'tools':[{'type':'function','function':{'name':'a'}},"
            + "{'type':'function','function':{'name':'a'}}] | different names",
        "'tool_choice':'required' | tool_choice",
        "'response_format':{'type':'xml'} | response_format.type",
        "'response_format':{'type':'json_schema'} | response_format.json_schema",
        "'thinking':{'type':'deep'} | thinking.type"
      })
  void badOption_isRefusedWithItsName(String option, String complaint) throws Exception {
    JsonNode answer = ask(body("MiniMax-M2", "Hi", "," + option.replace('\'', '"')));
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).contains(complaint);
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"prohibited-content, 1026", "prohibited-output, 1027"})
  void prohibitedWords_areRefused_alsoInAStream(String word, int code) throws Exception {
    assertThat(Caller.code(ask(body("MiniMax-M2", word, "")))).isEqualTo(code);
    assertThat(Caller.code(ask(body("MiniMax-M2", word, ",\"stream\":true")))).isEqualTo(code);
  }

  @Test
  void accountRules_hold() throws Exception {
    String hi = body("MiniMax-M2", "Hi", "");
    SANDBOX
        .control()
        .post("/_sandbox/accounts", "{\"name\":\"demo\",\"plan\":{\"models\":[\"MiniMax-M3\"]}}");
    assertThat(Caller.code(ask(hi))).isEqualTo(2061);
    SANDBOX
        .control()
        .post(
            "/_sandbox/accounts",
            "{\"name\":\"demo\",\"plan\":{},\"limits\":{\"chatRequests\":1}}");
    assertThat(Caller.code(ask(hi))).isZero();
    assertThat(Caller.code(ask(hi))).isEqualTo(1002);
    SANDBOX
        .control()
        .post("/_sandbox/accounts", "{\"name\":\"demo\",\"limits\":{},\"balance\":\"0\"}");
    assertThat(Caller.code(ask(hi))).isEqualTo(1008);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abab6.5s-chat", "MiniMax-M1", "M2-her", "MiniMax-M2.5-highspeed"})
  void everyTextModel_answers(String model) throws Exception {
    assertThat(Caller.code(ask(body(model, "Hi", "")))).isZero();
  }

  @Test
  void answer_isTheSameForTheSamePrompt() throws Exception {
    JsonNode one = ask(body("MiniMax-M2", "weather in Oslo", WEATHER));
    JsonNode other = ask(body("MiniMax-M2", "weather in Oslo", WEATHER));
    assertThat(one.get("choices")).isEqualTo(other.get("choices"));
    assertThat(new ObjectMapper().readTree(one.toString()).get("id")).isNotEqualTo(other.get("id"));
  }
}
