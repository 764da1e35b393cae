package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HingnetTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String BEARER = "Bearer " + SandboxConfig.HINGNET_KEY;
  private static final String CLONE = "/minimaxi/v1/voice_clone";
  private static final String SPEECH = "/minimaxi/v1/t2a_v2";

  private static long upload(String purpose, String recording, String name) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Caller.textPart(body, "purpose", purpose);
    Caller.filePart(body, name, Caller.recording(recording));
    return SANDBOX
        .withKey(SandboxConfig.HINGNET_KEY)
        .postMultipart("/minimaxi/v1/files/upload", body)
        .at("/file/file_id")
        .asLong();
  }

  @Test
  void threeSteps_cloneAVoiceWithAPreview() throws Exception {
    long file = upload("voice_clone", "lj.mp3", "audio.mp3");
    String body =
        "{\"file_id\": "
            + file
            + ", \"voice_id\": \"MiniMax001\", \"text\":"
            + " \"近年来，人工智能在国内迎来高速发展期...\", \"model\": \"speech-2.8-hd\","
            + " \"need_noise_reduction\": true, \"need_volume_normalization\": true}";
    JsonNode answer = Gateways.json(Gateways.post(SANDBOX, BEARER, CLONE, body));
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.get("demo_audio").asText()).startsWith("http://");
    assertThat(answer.has("input_sensitive")).isFalse();
    assertThat(answer.has("extra_info")).isFalse();
  }

  @Test
  void risk_isAnObject_andAPreviewIsThereOnlyIfAskedFor() throws Exception {
    long file = upload("voice_clone", "lj.mp3", "risk-3.mp3");
    String body = "{\"file_id\":" + file + ",\"voice_id\":\"RiskyVoice\"}";
    JsonNode answer = Gateways.json(Gateways.post(SANDBOX, BEARER, CLONE, body));
    assertThat(answer.at("/input_sensitive/type").asInt()).isEqualTo(3);
    assertThat(answer.has("demo_audio")).isFalse();
  }

  @Test
  void uploadedFile_canBeRetrieved() throws Exception {
    long file = upload("voice_clone", "lj.mp3", "a.mp3");
    JsonNode answer =
        Gateways.json(Gateways.get(SANDBOX, BEARER, "/minimaxi/v1/files/retrieve?file_id=" + file));
    assertThat(answer.at("/file/file_id").asLong()).isEqualTo(file);
    assertThat(answer.at("/file/download_url").asText()).startsWith("http://");
  }

  private static HttpResponse<byte[]> speak(String voice) throws Exception {
    return Gateways.post(
        SANDBOX,
        BEARER,
        SPEECH,
        "{\"model\":\"speech-2.8-hd\",\"text\":\"Hello.\",\"voice_setting\":{\"voice_id\":\""
            + voice
            + "\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alloy", "nova", "female-yujie"})
  void speech_takesTheNamesOfOpenAisVoices(String voice) throws Exception {
    JsonNode answer = Gateways.json(speak(voice));
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.at("/data/audio").asText()).matches("[0-9a-f]+");
  }

  @Test
  void rawMode_answersTheBytesOfTheSound() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"dialects\":{\"hingnetRawAudio\":true}}");
    HttpResponse<byte[]> response = speak("alloy");
    assertThat(response.headers().firstValue("Content-Type")).contains("audio/mpeg");
    assertThat(SoundFile.of(response.body(), "mp3", 32000, 1).seconds()).isPositive();
    assertThat(Caller.code(Gateways.json(speak("nobody")))).isEqualTo(2054);
  }

  @Test
  void video_hasTwoIds_andEitherFindsIt() throws Exception {
    JsonNode created =
        Gateways.json(
            Gateways.post(
                SANDBOX,
                BEARER,
                "/minimaxi/v1/video_generation",
                "{\"model\":\"MiniMax-Hailuo-02\",\"prompt\":\"A train leaves.\"}"));
    assertThat(Caller.code(created)).isZero();
    String platform = created.get("platform_id").asText();
    assertThat(platform).matches("video_[0-9A-HJKMNP-TV-Z]{26}");
    String task = created.get("task_id").asText();
    for (String id : new String[] {task, platform}) {
      JsonNode found =
          Gateways.json(
              Gateways.get(SANDBOX, BEARER, "/minimaxi/v1/query/video_generation?task_id=" + id));
      assertThat(found.get("task_id").asText()).isEqualTo(task);
    }
  }

  @Test
  void badKey_isRefusedByTheRelay() throws Exception {
    for (String key : new String[] {"Bearer nobody", SandboxConfig.HINGNET_KEY, "Bearer "}) {
      var response = Gateways.post(SANDBOX, key, CLONE, "{}");
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(Gateways.json(response).at("/error/code").asText()).isEqualTo("invalid_api_key");
    }
  }

  @Test
  void tooManyRequests_areRefusedByTheRelay() throws Exception {
    SANDBOX
        .control()
        .post("/_sandbox/accounts", "{\"name\":\"hingnet\",\"limits\":{\"speechRequests\":0}}");
    HttpResponse<byte[]> response = speak("alloy");
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(Gateways.json(response).at("/error/type").asText()).isEqualTo("rate_limit_error");
  }
}
