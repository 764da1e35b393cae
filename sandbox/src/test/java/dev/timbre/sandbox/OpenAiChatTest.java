package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String PATH = "/v1/chat/completions";
  private static final String TOOL =
      ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"parameters\":"
          + "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},\"days\":"
          + "{\"type\":\"integer\",\"minimum\":2}},\"required\":[\"city\",\"days\"]}}}]";

  private static String body(String said, String more) {
    return "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + said
        + "\"}]"
        + more
        + "}";
  }

  private static JsonNode message(String said, String more) throws IOException {
    return SANDBOX.demo().post(PATH, body(said, more)).at("/choices/0/message");
  }

  private static HttpResponse<byte[]> raw(Caller caller, String body) throws IOException {
    return caller.postRaw(PATH, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void thoughts_comeInTagsOrBesideTheAnswer() throws Exception {
    assertThat(message("Say Hi", "").get("content").asText())
        .matches("(?s)<think>\n.+\n</think>\n\nHi");
    JsonNode split = message("Say Hi", ",\"reasoning_split\":true");
    assertThat(split.get("content").asText()).isEqualTo("Hi");
    JsonNode detail = split.at("/reasoning_details/0");
    assertThat(detail.get("type").asText()).isEqualTo("reasoning.text");
    assertThat(detail.get("format").asText()).isEqualTo("MiniMax-response-v1");
    assertThat(detail.get("text")).isEqualTo(split.get("reasoning_content"));
    assertThat(message("Say Hi", ",\"thinking\":{\"type\":\"disabled\"}").get("content").asText())
        .isEqualTo("Hi");
  }

  @Test
  void stream_countsInItsLastFrame_orOnRequestInOneOfItsOwn() throws Exception {
    Frames frames = Frames.of(SANDBOX.demo(), PATH, body("Say Hello you", ",\"stream\":true"));
    assertThat(frames.marked()).isTrue();
    assertThat(frames.data().get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
    assertThat(frames.joined("/choices/0/delta/content")).endsWith("</think>\n\nHello you");
    assertThat(frames.last().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    int last = frames.data().size() - 1;
    assertThat(frames.data().subList(0, last))
        .allSatisfy(f -> assertThat(f.get("usage").isNull()).isTrue());
    assertThat(frames.last().at("/usage/total_tokens").asInt()).isPositive();

    Frames counted =
        Frames.of(
            SANDBOX.demo(),
            PATH,
            body("Hi", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
    assertThat(counted.last().get("choices")).isEmpty();
    assertThat(counted.last().at("/usage/total_tokens").asInt()).isPositive();
    assertThat(counted.data().get(counted.data().size() - 2).get("usage").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MiniMax-M2.1-lightning",
        "minimax-m3",
        "minimax-m2.7-highspeed",
        "MiniMax-M2.5-Lightning",
        "abab6.5s-chat",
        "MiniMax-M1"
      })
  void modelsUnderTheirOlderNames_answer(String model) throws Exception {
    String body =
        "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Say Hi\"}]}";
    JsonNode answer = SANDBOX.demo().post(PATH, body);
    assertThat(answer.get("model").asText()).isEqualToIgnoringCase(model);
  }

  @Test
  void splitStream_hasThoughtsInTheirOwnField() throws Exception {
    Frames frames =
        Frames.of(
            SANDBOX.demo(), PATH, body("Say Hello", ",\"stream\":true,\"reasoning_split\":true"));
    assertThat(frames.joined("/choices/0/delta/content")).isEqualTo("Hello");
    String thought = frames.joined("/choices/0/delta/reasoning_content");
    assertThat(thought).isNotEmpty();
    assertThat(frames.joined("/choices/0/delta/reasoning_details/0/text")).isEqualTo(thought);
  }

  @Test
  void toolCall_isStreamedInPieces() throws Exception {
    Frames frames =
        Frames.of(
            SANDBOX.demo(), PATH, body("weather in Oslo for 5 days", TOOL + ",\"stream\":true"));
    assertThat(frames.joined("/choices/0/delta/tool_calls/0/id"))
        .matches("call_function_[0-9a-f]{12}_1");
    assertThat(frames.joined("/choices/0/delta/tool_calls/0/function/name"))
        .isEqualTo("get_weather");
    assertThat(
            frames.data().stream()
                .filter(f -> f.at("/choices/0/delta/tool_calls/0/function").has("arguments")))
        .hasSizeGreaterThan(2);
    assertThat(frames.joined("/choices/0/delta/tool_calls/0/function/arguments"))
        .isEqualTo("{\"city\":\"Oslo\",\"days\":5}");
    assertThat(frames.last().at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
  }

  @Test
  void namedTool_isCalled_andNoneIsNot() throws Exception {
    String named =
        ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}";
    assertThat(message("Hello", TOOL + named).at("/tool_calls/0/function/arguments").asText())
        .isEqualTo("{\"city\":\"city\",\"days\":2}");
    assertThat(message("weather?", TOOL + ",\"tool_choice\":\"none\"").has("tool_calls")).isFalse();
  }

  @Test
  void jsonAnswer_isJsonAlone() throws Exception {
    JsonNode object = message("Hi", ",\"response_format\":{\"type\":\"json_object\"}");
    assertThat(new ObjectMapper().readTree(object.get("content").asText()).isObject()).isTrue();
    String schema =
        ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"x\","
            + "\"strict\":true,\"schema\":{\"type\":\"array\",\"items\":{\"enum\":[\"a\"]},"
            + "\"minItems\":2}}}";
    assertThat(message("Hi", schema).get("content").asText()).isEqualTo("[\"a\",\"a\"]");
  }

  @Test
  void longAnswer_isCut_andStopped() throws Exception {
    String quiet = ",\"thinking\":{\"type\":\"disabled\"}";
    JsonNode cut =
        SANDBOX.demo().post(PATH, body("Write 99 words", quiet + ",\"max_completion_tokens\":4"));
    assertThat(cut.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    assertThat(cut.at("/choices/0/message/content").asText()).isEqualTo("word1 word2");
    assertThat(cut.at("/usage/completion_tokens").asInt()).isEqualTo(4);
    JsonNode stopped = SANDBOX.demo().post(PATH, body("Count to 9", quiet + ",\"stop\":\", 3\""));
    assertThat(stopped.at("/choices/0/message/content").asText()).isEqualTo("1, 2");
    assertThat(stopped.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void answerCutInItsThoughts_leavesTheTagOpen() throws Exception {
    assertThat(message("Hi", ",\"max_tokens\":3").get("content").asText())
        .isEqualTo("<think>\nThe user wrot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'model':'x','messages':[{'role':'user','content':'x'}]} | 400 | bad_request_error | 2013",
        "{'model':'MiniMax-M3','messages':[]} | 400 | bad_request_error | 2013",
        "{'model':'MiniMax-M3','messages':[{'role':'user','content':'prohibited-content'}],"
            + "'stream':true} | 422 | unprocessable_entity_error | 1026",
        "not JSON | 400 | bad_request_error | 2013"
      })
  void refusal_hasAnHttpStatus(String body, int status, String type, int code) throws Exception {
    HttpResponse<byte[]> response = raw(SANDBOX.demo(), body.replace('\'', '"'));
    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode error = new ObjectMapper().readTree(response.body());
    assertThat(error.at("/error/type").asText()).isEqualTo(type);
    assertThat(error.at("/error/message").asText()).endsWith("(" + code + ")");
    assertThat(error.at("/error/http_code").asText()).isEqualTo(Integer.toString(status));
    assertThat(error.get("request_id").asText())
        .isEqualTo(response.headers().firstValue("Trace-Id").orElseThrow());
  }

  @Test
  void wrongKeyAndEmptyPurse_haveTheirStatus() throws Exception {
    assertThat(raw(SANDBOX.withKey("sk-wrong"), body("Hi", "")).statusCode()).isEqualTo(401);
    assertThat(raw(SANDBOX.control(), body("Hi", "")).statusCode()).isEqualTo(401);
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertThat(raw(SANDBOX.demo(), body("Hi", "")).statusCode()).isEqualTo(402);
  }

  @Test
  void pictureOfMoreThan10Mb_isRefused_thoughTheBodyMayBeLarger() throws Exception {
    String parts =
        "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
            + "\"%s\",\"%s\":{\"url\":\"data:application/x;base64,%s\"}}]}]}";
    String large = "A".repeat(15 << 20);
    HttpResponse<byte[]> image =
        raw(SANDBOX.demo(), String.format(parts, "image_url", "image_url", large));
    assertThat(image.statusCode()).isEqualTo(400);
    assertThat(new String(image.body(), StandardCharsets.UTF_8)).contains("image_url.url has");
    HttpResponse<byte[]> video =
        raw(SANDBOX.demo(), String.format(parts, "video_url", "video_url", large));
    assertThat(video.statusCode()).isEqualTo(200);
  }

  @Test
  void uploadedVideo_isReferredTo() throws Exception {
    long id =
        SANDBOX
            .demo()
            .upload("video_understanding", "x.mp4", new byte[] {1})
            .at("/file/file_id")
            .asLong();
    String parts =
        "{\"model\":\"MiniMax-M3\",\"reasoning_split\":true,\"messages\":[{\"role\":\"user\","
            + "\"content\":[{\"type\":\"video_url\",\"video_url\":{\"url\":\"mm_file://"
            + id
            + "\",\"fps\":2}}]}]}";
    assertThat(SANDBOX.demo().post(PATH, parts).at("/choices/0/message/content").asText())
        .isEqualTo("(0 images, 1 videos)");
    assertThat(raw(SANDBOX.other(), parts).statusCode()).isEqualTo(400);
  }

  @Test
  void models_areListed_andFound() throws Exception {
    JsonNode list = SANDBOX.demo().get("/v1/models");
    assertThat(list.get("object").asText()).isEqualTo("list");
    assertThat(list.get("data").findValuesAsText("id"))
        .contains("MiniMax-M3", "MiniMax-M2.7-highspeed", "MiniMax-M2");
    JsonNode one = SANDBOX.demo().get("/v1/models/MiniMax-M2.5");
    assertThat(one.get("owned_by").asText()).isEqualTo("minimax");
    Caller demo = SANDBOX.demo();
    assertThat(demo.send(demo.to("/v1/models/none").GET()).statusCode()).isEqualTo(400);
  }
}
