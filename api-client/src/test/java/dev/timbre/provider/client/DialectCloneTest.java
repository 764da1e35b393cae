package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.dialect.DialectSettings;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.ClonePrompt;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each dialect sends for a clone, byte by byte, and how its answer is read. */
class DialectCloneTest {

  private static final String CLONED =
      "{\"input_sensitive\":{\"type\":0},\"demo_audio\":\"\",\"base_resp\":{\"status_code\":0,"
          + "\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private static CloneRequest.Builder minimal() {
    return CloneRequest.of(new FileId("365000000000111"), "AnnaHost01");
  }

  private static CloneRequest full() {
    return minimal()
        .prompt(new ClonePrompt(new FileId("9007199254740993"), "One short sentence."))
        .preview("Welcome back.", SpeechModel.SPEECH_2_8_HD)
        .noiseReduction(true)
        .build();
  }

  private CloneAnswer cloned(Dialect dialect, CloneRequest request) {
    try (MiniMaxClient client = provider.client(dialect)) {
      return client.voices().cloneFrom(request);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "minimax, /base/v1/voice_clone?GroupId=170000000000001",
    "aiping, /base/v1/audio/minimax/voices/clone",
    "hingnet, /base/minimaxi/v1/voice_clone",
    "dmxapi, /base/v1/responses"
  })
  void clone_goesToTheDialectsPath(String name, String path) {
    provider.answers(CLONED);

    cloned(Dialect.named(name, DialectSettings.NONE), minimal().build());

    assertThat(provider.onlyRequest().uri()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimax", "aiping", "hingnet"})
  void clone_keepsTheOfficialBody(String name) {
    provider.answers(CLONED);

    cloned(Dialect.named(name, DialectSettings.NONE), full());

    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"file_id\":365000000000111,\"voice_id\":\"AnnaHost01\",\"clone_prompt\":{"
                + "\"prompt_audio\":9007199254740993,\"prompt_text\":\"One short sentence.\"},"
                + "\"text\":\"Welcome back.\",\"model\":\"speech-2.8-hd\","
                + "\"need_noise_reduction\":true}");
    assertThat(provider.onlyRequest().headers().get("Authorization"))
        .containsExactly("Bearer " + StubProvider.KEY);
  }

  @Test
  void cloneOfDmxapi_carriesTheSampleInInputAndTheFixedPreviewText() {
    provider.answers(CLONED);

    cloned(Dialect.DMXAPI, full());

    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"minimax-clone\",\"input\":[{\"file_id\":365000000000111}],"
                + "\"voice_id\":\"AnnaHost01\",\"clone_prompt\":{"
                + "\"prompt_audio\":9007199254740993,\"prompt_text\":\"One short sentence.\"},"
                + "\"text\":\"欢迎使用DMXAPI\",\"need_noise_reduction\":true,"
                + "\"need_volume_normalization\":false,\"aigc_watermark\":false,"
                + "\"language_boost\":\"\"}");
    assertThat(provider.onlyRequest().headers().get("Authorization"))
        .containsExactly(StubProvider.KEY);
    assertThat(Dialect.DMXAPI.fixedPreviewText()).contains("欢迎使用DMXAPI");
  }

  @Test
  void cloneModelOfDmxapi_isASetting() {
    provider.answers(CLONED);
    var settings =
        new DialectSettings(Map.of("clone-model", "minimax-clone-lastversion"), Map.of());

    cloned(Dialect.named("dmxapi", settings), minimal().build());

    assertThat(provider.onlyRequest().text())
        .startsWith("{\"model\":\"minimax-clone-lastversion\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aiping", "hingnet", "dmxapi"})
  void cloneWithExpectedText_isRefusedByResellersBeforeSending(String name) {
    CloneRequest request = minimal().expectedText("A text.", OptionalDouble.empty()).build();

    OperationUnsupported refusal =
        catchThrowableOfType(
            OperationUnsupported.class,
            () -> cloned(Dialect.named(name, DialectSettings.NONE), request));

    assertThat(refusal)
        .hasMessageContaining("text_validation")
        .hasMessageContaining("offered by minimax");
    assertThat(refusal.mayHaveBeenCarriedOut()).isFalse();
    assertThat(refusal.retry()).isEqualTo(Retry.NEVER);
    assertThat(provider.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"input_sensitive\":{\"type\":2},\"demo_audio\":\"\",\"base_resp\":{\"status_code\":0}}|true|2",
        "{\"input_sensitive\":true,\"input_sensitive_type\":2,\"base_resp\":{\"status_code\":0}}|true|2",
        "{\"input_sensitive\":false,\"input_sensitive_type\":0,\"base_resp\":{\"status_code\":0}}|true|0",
        "{\"demo_audio\":\"\",\"base_resp\":{\"status_code\":0}}|false|0"
      })
  void riskOfASample_isReadInItsThreeForms(String answer, boolean judged, int type) {
    provider.answers(answer);

    CloneAnswer clone = cloned(Dialect.HINGNET, minimal().build());

    assertThat(clone.risk().judged()).isEqualTo(judged);
    assertThat(clone.risk().type()).isEqualTo(type);
    assertThat(clone.risk().hit()).isEqualTo(type != 0);
  }

  @Test
  void cloneAnswerWithRepeatedAndSpareLines_isReadToTheEndOfItsFirstObject() {
    provider.answers(
        "{\n"
            + "  \"input_sensitive\": false,\n"
            + "  \"input_sensitive_type\": 0,\n"
            + "  \"demo_audio\":"
            + " \"https://oss.example/effect/05dc.mp3?Expires=1771054350&Signature=J4\",\n"
            + "  \"base_resp\": {\n"
            + "    \"status_code\": 0,\n"
            + "    \"status_code\": 0,\n"
            + "    \"status_msg\": \"success\"\n"
            + "  },\n"
            + "    \"status_msg\": \"success\"\n"
            + "  },\n"
            + "  \"usage\": {\n"
            + "    \"total_tokens\": 1,\n"
            + "  \"usage\": {\n"
            + "    \"total_tokens\": 1\n"
            + "}");

    CloneAnswer clone = cloned(Dialect.DMXAPI, minimal().build());

    assertThat(clone.demoAudio()).isPresent();
    assertThat(clone.risk().hit()).isFalse();
  }
}
