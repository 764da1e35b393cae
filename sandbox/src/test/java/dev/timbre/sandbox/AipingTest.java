package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AipingTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String BEARER = "Bearer " + SandboxConfig.AIPING_KEY;
  private static final String CLONE = "/api/v1/audio/minimax/voices/clone";

  // The example of the gateway's own page, with its ids.
  private static final String PRINTED =
      "{\"file_id\": 123456789, \"voice_id\": \"MyVoice01\", \"clone_prompt\": {\"prompt_audio\":"
          + " 987654321, \"prompt_text\": \"This voice sounds natural and pleasant.\"}, \"text\":"
          + " \"A gentle breeze sweeps across the soft grass(breath), carrying the fresh scent.\","
          + " \"model\": \"speech-2.8-hd\", \"need_noise_reduction\": false,"
          + " \"need_volume_normalization\": false, \"aigc_watermark\": false}";

  @Test
  void printedExample_runs_andShowsNoRiskAsAnObject() throws Exception {
    Gateways.place(SANDBOX, "aiping", 123456789, "voice_clone", "lj.mp3");
    Gateways.place(SANDBOX, "aiping", 987654321, "prompt_audio", "lj-prompt.mp3");
    JsonNode answer = Gateways.json(Gateways.post(SANDBOX, BEARER, CLONE, PRINTED));
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.at("/input_sensitive/type").asInt(-1)).isZero();
    assertThat(answer.get("demo_audio").asText()).startsWith("http://");
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("input_sensitive", "demo_audio", "base_resp");
  }

  @Test
  void smallestExample_hasNoPreview_andShowsTheRisk() throws Exception {
    Gateways.place(SANDBOX, "aiping", 123456789, "voice_clone", "lj.mp3");
    String body = "{\"file_id\": 123456789, \"voice_id\": \"MyVoice01\", \"accuracy\": 7}";
    JsonNode answer =
        Gateways.json(Gateways.post(SANDBOX, BEARER, "/v1/audio/minimax/voices/clone", body));
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.get("demo_audio").asText()).isEmpty();
    JsonNode again = Gateways.json(Gateways.post(SANDBOX, BEARER, CLONE, body));
    assertThat(Caller.code(again)).isEqualTo(2039);
    assertThat(again.at("/input_sensitive/type").asInt(-1)).isZero();
  }

  @Test
  void upload_isWhereTheSettingsSay() throws Exception {
    Caller aiping = SANDBOX.withKey(SandboxConfig.AIPING_KEY);
    assertThat(upload(aiping, "/api/v1/audio/minimax/files/upload")).isPositive();
    SANDBOX
        .control()
        .post("/_sandbox/settings", "{\"dialects\":{\"aipingUploadPath\":\"/v1/own/upload\"}}");
    assertThat(upload(aiping, "/v1/own/upload")).isPositive();
    assertThat(upload(aiping, "/api/v1/own/upload")).isPositive();
  }

  private static long upload(Caller caller, String path) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Caller.filePart(body, "lj.mp3", Caller.recording("lj.mp3"));
    Caller.textPart(body, "purpose", "voice_clone");
    return caller.postMultipart(path, body).at("/file/file_id").asLong();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MiniMax-Speech-2.8-hd", "speech-2.6-turbo"})
  void speech_takesTheGatewaysNamesOfModels(String model) throws Exception {
    JsonNode answer = Gateways.json(speak("/api/v1/audio/speech", model));
    assertThat(Caller.code(answer)).isZero();
    assertThat(HexFormat.of().parseHex(answer.at("/data/audio").asText())).isNotEmpty();
  }

  @Test
  void tooMuchSpeech_isRefusedByStatus() throws Exception {
    SANDBOX
        .control()
        .post("/_sandbox/accounts", "{\"name\":\"aiping\",\"limits\":{\"speechRequests\":0}}");
    var response = speak("/v1/audio/speech", "speech-2.6-turbo");
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(Caller.code(Gateways.json(response))).isEqualTo(1002);
  }

  private static HttpResponse<byte[]> speak(String path, String model) throws Exception {
    String body =
        "{\"model\":\""
            + model
            + "\",\"text\":\"Hello.\",\"voice_setting\":{\"voice_id\":"
            + "\"female-yujie\"}}";
    return Gateways.post(SANDBOX, BEARER, path, body);
  }

  @Test
  void list_isThatOfTheProvider() throws Exception {
    JsonNode answer =
        Gateways.json(
            Gateways.post(
                SANDBOX, BEARER, "/api/v1/audio/minimax/voices/list", "{\"voice_type\":\"all\"}"));
    assertThat(answer.get("system_voice")).isNotEmpty();
    assertThat(answer.get("voice_cloning")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SandboxConfig.AIPING_KEY,
        "Bearer " + SandboxConfig.DEMO_KEY,
        "Bearer nobody",
        "Bearer " + SandboxConfig.DMXAPI_KEY
      })
  void otherKeysAndForms_areRefusedWith1004(String authorization) throws Exception {
    var response = Gateways.post(SANDBOX, authorization, CLONE, "{}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Caller.code(Gateways.json(response))).isEqualTo(1004);
  }

  @Test
  void itsKey_isUnknownToTheProvider() throws Exception {
    var response = Gateways.post(SANDBOX, BEARER, "/v1/get_voice", "{\"voice_type\":\"all\"}");
    assertThat(Caller.code(Gateways.json(response))).isEqualTo(2049);
  }
}
