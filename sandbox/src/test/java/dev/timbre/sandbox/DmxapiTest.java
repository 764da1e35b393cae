package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmxapiTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String RESPONSES = "/v1/responses";

  // The example of the gateway's own page, with its ids; its transcript has no end.
  private static String printed(String model) {
    return "{\"model\": \""
        + model
        + "\", \"input\": [{\"file_id\": 365592225681803}],"
        + " \"voice_id\": \"Jonathan08\", \"clone_prompt\": {\"prompt_audio\": 365589324152946,"
        + " \"prompt_text\": \"签约汇总记账账户仅提供明细查询，请联系您的开户行\"}, \"text\":"
        + " \"欢迎使用DMXAPI\", \"need_noise_reduction\": false,"
        + " \"need_volume_normalization\": false, \"aigc_watermark\": false,"
        + " \"language_boost\": \"\"}";
  }

  @BeforeEach
  void placeTheFilesOfTheExample() throws Exception {
    Gateways.place(SANDBOX, "dmxapi", 365592225681803L, "voice_clone", "lj.mp3");
    Gateways.place(SANDBOX, "dmxapi", 365589324152946L, "prompt_audio", "lj-prompt.mp3");
  }

  private static HttpResponse<byte[]> ask(String path, String body) throws Exception {
    return Gateways.post(SANDBOX, SandboxConfig.DMXAPI_KEY, path, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimax-clone", "minimax-clone-lastversion"})
  void printedExample_runs_andCostsOneToken(String model) throws Exception {
    JsonNode answer = Gateways.json(ask(RESPONSES, printed(model)));
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.get("input_sensitive").isBoolean()).isTrue();
    assertThat(answer.get("input_sensitive_type").asInt(-1)).isZero();
    assertThat(answer.get("demo_audio").asText()).startsWith("http://");
    assertThat(answer.has("extra_info")).isFalse();
    assertThat(answer.get("usage").toString())
        .isEqualTo(
            "{\"total_tokens\":1,\"input_tokens\":0,\"input_tokens_details\":{\"cached_tokens\":0},"
                + "\"output_tokens\":1,\"output_tokens_details\":{\"reasoning_tokens\":0}}");
  }

  @Test
  void preview_saysTheSameWhateverIsAskedFor() throws Exception {
    String other = printed("minimax-clone").replace("欢迎使用DMXAPI", "Something else entirely.");
    assertThat(Caller.code(Gateways.json(ask(RESPONSES, other)))).isZero();
    JsonNode ledger = SANDBOX.control().get("/_sandbox/ledger?account=dmxapi");
    // Four Chinese characters count two each, six letters one each.
    assertThat(ledger.at("/totals/preview/quantity").asInt()).isEqualTo(14);
  }

  @Test
  void damagedAnswer_isNoJson_thoughTheVoiceExists() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"dialects\":{\"dmxapiDamagedJson\":true}}");
    HttpResponse<byte[]> response = ask(RESPONSES, printed("minimax-clone"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains("\"status_code\": 0,\n    \"status_code\": 0,");
    ObjectReader strict =
        new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    assertThatThrownBy(() -> strict.readTree(response.body())).isInstanceOf(IOException.class);
    assertThat(Caller.code(Gateways.json(ask(RESPONSES, printed("minimax-clone")))))
        .isEqualTo(2039);
  }

  @Test
  void speech_isTextInInput_andCountsItsCharacters() throws Exception {
    JsonNode answer =
        Gateways.json(
            ask(
                RESPONSES,
                "{\"model\":\"speech-2.8-hd\",\"input\":\"Hello.\",\"voice_setting\":"
                    + "{\"voice_id\":\"female-yujie\"}}"));
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.at("/data/audio").asText()).matches("[0-9a-f]+");
    assertThat(answer.at("/usage/total_tokens").asInt()).isEqualTo(6);
  }

  @Test
  void olderSpeech_isBytes() throws Exception {
    HttpResponse<byte[]> response =
        ask(
            "/v1/audio/speech",
            "{\"model\":\"speech-2.6-hd\",\"input\":\"Hello.\",\"voice\":\"female-yujie\"}");
    assertThat(response.headers().firstValue("Content-Type")).contains("audio/mpeg");
    assertThat(SoundFile.of(response.body(), "mp3", 32000, 1).seconds()).isPositive();
  }

  @Test
  void unknownModel_isRefused() throws Exception {
    JsonNode answer = Gateways.json(ask(RESPONSES, "{\"model\":\"no-such-model\",\"input\":[]}"));
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).contains("minimax-clone");
  }

  @Test
  void upload_takesTheBareKey() throws Exception {
    var response =
        Gateways.post(SANDBOX, SandboxConfig.DMXAPI_KEY, "/v1/files/upload", "not multipart");
    assertThat(Caller.code(Gateways.json(response))).isEqualTo(2013);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer " + SandboxConfig.DMXAPI_KEY, "Bearer " + SandboxConfig.AIPING_KEY})
  void keysAfterTheWordBearer_areRefused(String authorization) throws Exception {
    var response = Gateways.post(SANDBOX, authorization, RESPONSES, printed("minimax-clone"));
    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void bareKeyOfTheProvider_opensNothing() throws Exception {
    var response =
        Gateways.post(SANDBOX, SandboxConfig.DEMO_KEY, RESPONSES, printed("minimax-clone"));
    assertThat(response.statusCode()).isEqualTo(401);
    var files = Gateways.get(SANDBOX, SandboxConfig.DEMO_KEY, "/v1/files/list");
    assertThat(Caller.code(Gateways.json(files))).isEqualTo(1004);
  }

  @Test
  void samePath_isTextAtTheProvider() throws Exception {
    var response =
        Gateways.post(
            SANDBOX,
            "Bearer " + SandboxConfig.DEMO_KEY,
            RESPONSES,
            "{\"model\":\"MiniMax-M2\",\"input\":\"Hello.\"}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Gateways.json(response).get("object").asText()).isEqualTo("response");
  }
}
