package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A voice from its recording to its deletion, as the published pages tell it. */
class MainWalkTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @Test
  void uploadCloneSpeakListDelete_followsThePublishedShapes() throws Exception {
    Caller demo = SANDBOX.demo();
    byte[] recording = Caller.recording("kerstin.m4a");
    JsonNode file = demo.upload("voice_clone", "anna.m4a", recording).get("file");
    assertThat(file.get("bytes").asLong()).isEqualTo(recording.length);
    assertThat(file.get("filename").asText()).isEqualTo("anna.m4a");
    assertThat(file.get("purpose").asText()).isEqualTo("voice_clone");
    long fileId = file.get("file_id").longValue();
    assertThat(Long.toString(fileId)).hasSizeBetween(15, 18);

    JsonNode clone =
        demo.post(
            "/v1/voice_clone",
            """
            {"file_id":%d,"voice_id":"AnnaHost01","text":"Welcome back(breath), it is a fine day.",
             "model":"speech-2.8-hd","language_boost":"English","need_noise_reduction":true,
             "need_volume_normalization":false,"aigc_watermark":false}\
            """
                .formatted(fileId));
    assertThat(Caller.code(clone)).isZero();
    assertThat(clone.get("input_sensitive").isBoolean()).isTrue();
    assertThat(clone.get("input_sensitive_type").asInt()).isZero();
    assertThat(clone.at("/extra_info/usage_characters").asInt()).isEqualTo(39);
    assertThat(clone.at("/extra_info/word_count").asInt()).isEqualTo(7);
    assertThat(clone.has("voice_id")).isFalse();
    URI demoAudio = URI.create(clone.get("demo_audio").asText());
    byte[] preview = SANDBOX.control().send(java.net.http.HttpRequest.newBuilder(demoAudio)).body();
    assertThat(preview).hasSize(clone.at("/extra_info/audio_size").asInt());

    String cloned = "{\"voice_type\":\"voice_cloning\"}";
    assertThat(demo.post("/v1/get_voice", cloned).get("voice_cloning")).isEmpty();

    JsonNode speech = demo.speak("AnnaHost01", "Platform two<#0.6#>is closed today(sighs).");
    assertThat(Caller.code(speech)).isZero();
    assertThat(speech.at("/data/audio").asText()).matches("[0-9a-f]+");
    assertThat(speech.at("/data/status").asInt()).isEqualTo(2);
    assertThat(speech.at("/extra_info/usage_characters").asInt()).isEqualTo(42);

    assertThat(demo.post("/v1/get_voice", cloned).at("/voice_cloning/0/voice_id").asText())
        .isEqualTo("AnnaHost01");

    String deletion = "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"AnnaHost01\"}";
    JsonNode deleted = demo.post("/v1/delete_voice", deletion);
    assertThat(deleted.get("voice_id").asText()).isEqualTo("AnnaHost01");
    assertThat(deleted.get("created_time").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(Caller.code(demo.speak("AnnaHost01", "Anybody there?"))).isEqualTo(2054);
  }
}
