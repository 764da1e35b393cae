package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String PATH = "/v1/responses";
  private static final String TOOL =
      ",\"tools\":[{\"type\":\"function\",\"name\":\"get_weather\",\"parameters\":{\"type\":"
          + "\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}}]";

  private static String body(String input, String more) {
    return "{\"model\":\"MiniMax-M3\",\"input\":" + input + more + "}";
  }

  private static JsonNode ask(String body) throws IOException {
    return SANDBOX.demo().post(PATH, body);
  }

  @Test
  void answer_hasThoughtAndMessage() throws Exception {
    JsonNode answer = ask(body("\"Say Hi\"", ",\"instructions\":\"Be brief.\""));
    assertThat(answer.get("object").asText()).isEqualTo("response");
    assertThat(answer.get("status").asText()).isEqualTo("completed");
    assertThat(answer.get("id").asText()).startsWith("resp_");
    assertThat(answer.at("/output/0/type").asText()).isEqualTo("reasoning");
    assertThat(answer.at("/output/1/content/0/type").asText()).isEqualTo("output_text");
    assertThat(answer.at("/output/1/content/0/text").asText()).isEqualTo("Hi");
    JsonNode usage = answer.get("usage");
    assertThat(usage.get("total_tokens").asInt())
        .isEqualTo(usage.get("input_tokens").asInt() + usage.get("output_tokens").asInt());
    JsonNode quiet = ask(body("\"Say Hi\"", ",\"reasoning\":{\"effort\":\"none\"}"));
    assertThat(quiet.at("/output/0/type").asText()).isEqualTo("message");
  }

  @Test
  void stream_isNumberedAndEndsInTheWholeAnswer() throws Exception {
    Frames frames = Frames.of(SANDBOX.demo(), PATH, body("\"Count to 5\"", ",\"stream\":true"));
    assertThat(frames.names()).startsWith("response.created", "response.in_progress");
    assertThat(frames.names()).endsWith("response.output_item.done", "response.completed");
    assertThat(frames.data()).extracting(f -> f.get("type").asText()).isEqualTo(frames.names());
    assertThat(frames.data())
        .extracting(f -> f.get("sequence_number").asInt())
        .isEqualTo(IntStream.range(0, frames.data().size()).boxed().toList());
    StringBuilder text = new StringBuilder();
    frames.data().stream()
        .filter(f -> f.get("type").asText().equals("response.output_text.delta"))
        .forEach(f -> text.append(f.get("delta").asText()));
    assertThat(text).hasToString("1, 2, 3, 4, 5");
    assertThat(frames.last().at("/response/output/1/content/0/text").asText())
        .isEqualTo("1, 2, 3, 4, 5");
  }

  @Test
  void tool_isCalled_andItsResultTold() throws Exception {
    JsonNode call = ask(body("\"weather in Oslo?\"", TOOL)).at("/output/1");
    assertThat(call.get("type").asText()).isEqualTo("function_call");
    assertThat(call.get("arguments").asText()).isEqualTo("{\"city\":\"Oslo\"}");
    JsonNode told =
        ask(
            body(
                "[{\"role\":\"user\",\"content\":\"weather in Oslo?\"},"
                    + call
                    + ",{\"type\":\"function_call_output\",\"call_id\":"
                    + call.get("call_id")
                    + ",\"output\":\"minus four\"}]",
                TOOL));
    assertThat(told.at("/output/1/content/0/text").asText())
        .isEqualTo("get_weather answered: minus four");
    Frames frames =
        Frames.of(SANDBOX.demo(), PATH, body("\"weather in Oslo?\"", TOOL + ",\"stream\":true"));
    assertThat(frames.names())
        .contains(
            "response.function_call_arguments.delta", "response.function_call_arguments.done");
  }

  @Test
  void jsonSchema_isSatisfied() throws Exception {
    JsonNode answer =
        ask(
            body(
                "\"Anna is 31\"",
                ",\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"p\",\"schema\":"
                    + "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}}}"));
    assertThat(answer.at("/output/1/content/0/text").asText()).isEqualTo("{\"name\":\"Anna\"}");
  }

  @Test
  void answerThatIsCut_isIncomplete() throws Exception {
    String quiet = ",\"reasoning\":{\"effort\":\"none\"},\"max_output_tokens\":3";
    JsonNode cut = ask(body("\"Count to 9\"", quiet));
    assertThat(cut.get("status").asText()).isEqualTo("incomplete");
    assertThat(cut.at("/incomplete_details/reason").asText()).isEqualTo("max_output_tokens");
    Frames frames =
        Frames.of(SANDBOX.demo(), PATH, body("\"Count to 9\"", quiet + ",\"stream\":true"));
    assertThat(frames.names()).endsWith("response.incomplete");
  }

  @Test
  void inputTokens_areCountedForNothing() throws Exception {
    JsonNode count = SANDBOX.demo().post(PATH + "/input_tokens", body("\"Hello you\"", ""));
    // 4 for the message; Hell, o, you
    assertThat(count.toString())
        .isEqualTo("{\"object\":\"response.input_tokens\",\"input_tokens\":7}");
    assertThat(ask(body("\"Hello you\"", "")).at("/usage/input_tokens").asInt()).isEqualTo(7);
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'model':'MiniMax-M3'} | input is empty",
        "{'model':'MiniMax-M3','input':''} | input is empty",
        "{'model':'MiniMax-M3','input':[]} | nobody to answer",
        "{'model':'MiniMax-M3','input':[{'type':'dream'}]} | input[0].type",
        "{'model':'MiniMax-M3','input':[{'role':'user','content':[{'type':'input_image',"
            + "'image_url':'ftp://x'}]}]} | input[0].content[0].image_url",
        "{'model':'MiniMax-M3','input':[{'type':'function_call_output','call_id':'c',"
            + "'output':'x'}]} | follows no call",
        "{'model':'MiniMax-M3','input':'x','max_output_tokens':0} | max_output_tokens",
        "{'model':'MiniMax-M3','input':'x','previous_response_id':'r'} | previous_response_id",
        "{'model':'MiniMax-M3','input':'x','tools':[{'type':'web_search'}]} | tools[0].type"
      })
  void badRequest_isRefusedWithTheNameOfItsField(String body, String complaint) throws Exception {
    Caller demo = SANDBOX.demo();
    HttpResponse<byte[]> response =
        demo.send(demo.to(PATH).POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new ObjectMapper().readTree(response.body()).at("/error/message").asText())
        .contains(complaint)
        .endsWith("(2013)");
  }
}
