package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.speech.LanguageBoost;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.ClonePrompt;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.InputRisk;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloneTest {

  private static final FileId SAMPLE = new FileId("365000000000111");
  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private CloneRequest full() {
    return CloneRequest.of(SAMPLE, "AnnaHost01")
        .prompt(new ClonePrompt(new FileId("365000000000222"), "The train leaves at nine."))
        .preview("Welcome back(breath), it is a fine day.", SpeechModel.SPEECH_2_8_HD)
        .languageBoost(LanguageBoost.ENGLISH)
        .noiseReduction(true)
        .volumeNormalization(false)
        .watermark(false)
        .build();
  }

  @Test
  void smallestRequest_hasOnlyFileAndVoice() {
    provider.answers("{\"input_sensitive\":false,\"demo_audio\":\"\"," + OK);

    client.voices().cloneFrom(CloneRequest.of(SAMPLE, "AnnaHost01").build());

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/voice_clone");
    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"file_id\":365000000000111,\"voice_id\":\"AnnaHost01\"}");
  }

  @Test
  void fullRequest_isWrittenAsTheContractShowsIt() {
    provider.answers("{" + OK);

    client.voices().cloneFrom(full());

    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"file_id\":365000000000111,\"voice_id\":\"AnnaHost01\",\"clone_prompt\":{\"prompt_audio\":365000000000222,\"prompt_text\":\"The"
                + " train leaves at nine.\"},\"text\":\"Welcome back(breath), it is a fine"
                + " day.\",\"model\":\"speech-2.8-hd\","
                + "\"language_boost\":\"English\",\"need_noise_reduction\":true,"
                + "\"need_volume_normalization\":false,\"aigc_watermark\":false}");
  }

  @Test
  void expectedText_isWrittenWithItsThreshold() {
    CloneRequest request =
        CloneRequest.of(SAMPLE, "AnnaHost01")
            .expectedText("Guten Tag", OptionalDouble.of(0.8))
            .build();

    assertThat(request.toJson())
        .hasToString(
            "{\"file_id\":365000000000111,\"voice_id\":\"AnnaHost01\","
                + "\"text_validation\":\"Guten Tag\",\"accuracy\":0.8}");
  }

  @Test
  void resendAfterDoubt_keepsTheVoiceAndDropsThePreview() {
    CloneRequest again = full().withoutPreview();

    assertThat(again.voiceId()).isEqualTo("AnnaHost01");
    assertThat(again.hasPreview()).isFalse();
    assertThat(again.toJson()).doesNotContainKeys("text", "model");
    assertThat(again.toJson()).containsKeys("file_id", "clone_prompt", "need_noise_reduction");
    assertThat(full().hasPreview()).isTrue();
  }

  @Test
  void answerWithPreview_isReadWhole() {
    provider.answers(
        "{\"input_sensitive\":false,\"input_sensitive_type\":0,\"demo_audio\":"
            + "\"https://oss.example/effect/7c1f.mp3?Expires=1790172800&Signature=x\","
            + "\"extra_info\":{\"audio_length\":2480,\"audio_sample_rate\":32000,"
            + "\"audio_size\":40112,\"bitrate\":128000,\"word_count\":7,\"usage_characters\":34},"
            + OK);

    CloneAnswer answer = client.voices().cloneFrom(full());

    assertThat(answer.risk()).isEqualTo(new InputRisk(true, false, 0));
    assertThat(answer.demoAudio().orElseThrow().uri())
        .isEqualTo(
            URI.create("https://oss.example/effect/7c1f.mp3?Expires=1790172800&Signature=x"));
    assertThat(answer.demoInfo().length()).contains(Duration.ofMillis(2480));
    assertThat(answer.demoInfo().sampleRate()).hasValue(32000);
    assertThat(answer.demoInfo().size()).hasValue(40112);
    assertThat(answer.demoInfo().bitrate()).hasValue(128000);
    assertThat(answer.metering().usageCharacters()).hasValue(34);
    assertThat(answer.metering().wordCount()).hasValue(7);
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
    assertThat(answer.toString()).doesNotContain("Signature");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"input_sensitive\":false,\"input_sensitive_type\":0, | true | false | 0",
        "\"input_sensitive\":true,\"input_sensitive_type\":3, | true | true | 3",
        "\"input_sensitive\":\"true\",\"input_sensitive_type\":\"3\", | true | true | 3",
        "\"input_sensitive\":true, | true | true | 0",
        "\"input_sensitive\":{\"type\":0}, | true | false | 0",
        "\"input_sensitive\":{\"type\":6}, | true | true | 6",
        "\"input_sensitive\":{\"type\":\"6\"}, | true | true | 6",
        "\"input_sensitive\":{}, | false | false | 0",
        "\"input_sensitive\":null, | false | false | 0",
        "\"demo_audio\":null, | false | false | 0",
      })
  void riskOfTheSample_isReadInAllItsForms(String fields, boolean judged, boolean hit, int type) {
    provider.answers("{" + fields + OK);

    assertThat(client.voices().cloneFrom(full()).risk())
        .isEqualTo(new InputRisk(judged, hit, type));
  }

  @Test
  void answerWithoutEnvelope_isSuccessByItsOwnFields() {
    provider.answers("{\"input_sensitive\":{\"type\":0},\"unknown\":{}}");

    CloneAnswer answer = client.voices().cloneFrom(full());

    assertThat(answer.demoAudio()).isEmpty();
    assertThat(answer.metering().usageCharacters()).isEmpty();
  }
}
