package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.dialect.DialectSettings;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.speech.AudioSetting;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.TimbreWeight;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.ClonePrompt;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each dialect sends, byte by byte, and how its answers are read. */
class DialectTest {

  private static final String SPOKEN =
      "{\"data\":{\"audio\":\"fffb90c4\",\"status\":2,\"ced\":\"\"},\"base_resp\":{\"status_code\":0}}";

  private static final String CLONED =
      "{\"input_sensitive\":{\"type\":0},\"demo_audio\":\"\",\"base_resp\":{\"status_code\":0,"
          + "\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private MiniMaxClient client(Dialect dialect) {
    ProviderEndpoint account =
        new ProviderEndpoint(
            provider.uri("/base/"),
            ApiKey.of(StubProvider.KEY),
            Optional.of("170000000000001"),
            StubProvider.patient(),
            dialect);
    return MiniMaxClient.connect(account);
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
    try (MiniMaxClient client = client(dialect)) {
      return client.voices().cloneFrom(request);
    }
  }

  private SpeechAnswer spoken(Dialect dialect, SpeechRequest request) {
    try (MiniMaxClient client = client(dialect)) {
      return client.speech().speak(request);
    }
  }

  private static SpeechRequest.Builder speech(SpeechModel model) {
    return SpeechRequest.of(model, "Good evening.", VoiceSetting.of("AnnaHost01"));
  }

  private OperationUnsupported refusal(Dialect dialect, SpeechRequest request) {
    return catchThrowableOfType(OperationUnsupported.class, () -> spoken(dialect, request));
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

  @Test
  void speechOfAiping_hasItsPathAndItsNameOfTheModel() {
    provider.answers(SPOKEN);

    SpeechAnswer answer = spoken(Dialect.AIPING, speech(SpeechModel.SPEECH_2_8_HD).build());

    assertThat(provider.onlyRequest().uri()).isEqualTo("/base/v1/audio/speech");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"MiniMax-Speech-2.8-hd\",\"text\":\"Good evening.\",\"stream\":false,"
                + "\"voice_setting\":{\"voice_id\":\"AnnaHost01\"},\"output_format\":\"hex\"}");
    assertThat(answer.audio().orElseThrow().size()).isEqualTo(4);
  }

  @Test
  void modelNameOfAReseller_isASetting() {
    provider.answers(SPOKEN);
    var settings = new DialectSettings(Map.of(), Map.of("speech-2.8-hd", "mm-28"));

    spoken(Dialect.named("aiping", settings), speech(SpeechModel.SPEECH_2_8_HD).build());

    assertThat(provider.onlyRequest().text()).startsWith("{\"model\":\"mm-28\",");
  }

  @Test
  void speechOfDmxapi_carriesTheTextInInputAndItsSpellingOfWeights() {
    provider.answers(SPOKEN.replace("\"data\"", "\"usage\":{\"total_tokens\":13},\"data\""));

    spoken(
        Dialect.DMXAPI,
        speech(SpeechModel.SPEECH_2_8_HD).mix(List.of(new TimbreWeight("AnnaHost01", 60))).build());

    assertThat(provider.onlyRequest().uri()).isEqualTo("/base/v1/responses");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"speech-2.8-hd\",\"input\":\"Good evening.\",\"stream\":false,"
                + "\"voice_setting\":{\"voice_id\":\"AnnaHost01\"},\"timber_weights\":[{"
                + "\"voice_id\":\"AnnaHost01\",\"weight\":60}],\"output_format\":\"hex\"}");
  }

  @Test
  void olderSpeechModelOfDmxapi_isOfOpenAisShapeAndAnsweredWithBareAudio() {
    provider.answers(200, "audio/mpeg", "ID3 audio");

    SpeechAnswer answer = spoken(Dialect.DMXAPI, speech(SpeechModel.SPEECH_2_6_HD).build());

    assertThat(provider.onlyRequest().uri()).isEqualTo("/base/v1/audio/speech");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"speech-2.6-hd\",\"input\":\"Good evening.\",\"voice\":\"AnnaHost01\"}");
    assertThat(answer.audio().orElseThrow().toByteArray())
        .isEqualTo("ID3 audio".getBytes(StandardCharsets.US_ASCII));
    assertThat(answer.metering().usageCharacters()).isEmpty();
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void settingsThatTheShapeCannotSay_areRefusedRatherThanDropped() {
    SpeechRequest request =
        speech(SpeechModel.SPEECH_2_6_HD)
            .audio(AudioSetting.defaults().withSampleRate(44100))
            .build();

    assertThat(refusal(Dialect.DMXAPI, request)).hasMessageContaining("audio");
    assertThat(refusal(Dialect.DMXAPI, speech(SpeechModel.SPEECH_01_HD).build()))
        .hasMessageContaining("model speech-01-hd");
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void bareAudioOfHingnet_isASuccessfulAnswer() {
    provider.answers(200, "audio/mpeg", "ID3 audio");

    SpeechAnswer answer = spoken(Dialect.HINGNET, speech(SpeechModel.SPEECH_2_8_HD).build());

    assertThat(provider.onlyRequest().uri()).isEqualTo("/base/minimaxi/v1/t2a_v2");
    assertThat(answer.audio().orElseThrow().size()).isEqualTo(9);
  }

  @Test
  void bareAudioUnderAnHttpError_isNotASuccess() {
    provider.answers(500, "audio/mpeg", "ID3 audio");

    assertThat(
            catchThrowableOfType(
                ProviderException.class,
                () -> spoken(Dialect.HINGNET, speech(SpeechModel.SPEECH_2_8_HD).build())))
        .hasMessageContaining("HTTP 500");
  }

  @Test
  void uploadOfDmxapi_usesTheSettingsOfItsAccount() {
    provider.answers("{\"data\":{\"item\":{\"file_id\":\"365000000000111\"}}}");
    var settings =
        new DialectSettings(
            Map.of(
                "upload-path", "/v1/minimax-clone/upload",
                "upload-file-part", "audio",
                "upload-purpose-part", "kind",
                "upload-file-pointer", "/data/item"),
            Map.of());

    try (MiniMaxClient client = client(Dialect.named("dmxapi", settings))) {
      assertThat(client.files().upload(EachOperation.sample("RIFF")).file().id())
          .isEqualTo(new FileId("365000000000111"));
    }

    assertThat(provider.onlyRequest().uri()).isEqualTo("/base/v1/minimax-clone/upload");
    assertThat(provider.onlyRequest().text())
        .contains("name=\"audio\"; filename=\"anna.wav\"")
        .contains("name=\"kind\"");
  }

  @ParameterizedTest
  @CsvSource({
    "minimax, /base/v1/files/upload?GroupId=170000000000001",
    "aiping, /base/v1/audio/minimax/files/upload",
    "hingnet, /base/minimaxi/v1/files/upload",
    "dmxapi, /base/v1/files/upload"
  })
  void upload_goesToTheDialectsPath(String name, String path) {
    provider.answers(
        "{\"file\":{\"file_id\":401000000000000123},\"base_resp\":{\"status_code\":0}}");

    try (MiniMaxClient client = client(Dialect.named(name, DialectSettings.NONE))) {
      client.files().upload(EachOperation.sample("RIFF"));
    }

    assertThat(provider.onlyRequest().uri()).isEqualTo(path);
  }

  @Test
  void listOfAiping_isReadLikeTheOfficialOne() {
    provider.answers(
        "{\"voice_cloning\":[{\"voice_id\":\"AnnaHost01\"}],\"base_resp\":{\"status_code\":0}}");

    try (MiniMaxClient client = client(Dialect.AIPING)) {
      assertThat(client.voices().list(VoiceType.CLONED).voices()).hasSize(1);
    }

    assertThat(provider.onlyRequest().uri()).isEqualTo("/base/v1/audio/minimax/voices/list");
  }

  @ParameterizedTest
  @EnumSource
  void operationThatADialectLacks_isRefusedBeforeSendingAndSaysWhoHasIt(EachOperation each) {
    for (Dialect dialect : Dialect.all()) {
      if (!dialect.offers(each.operation)) {
        OperationUnsupported refusal =
            catchThrowableOfType(OperationUnsupported.class, () -> each.callOn(client(dialect)));

        assertThat(refusal.operation()).isEqualTo(each.operation);
        assertThat(refusal.dialect()).isEqualTo(dialect.name());
        assertThat(refusal.offeredBy()).contains("minimax").doesNotContain(dialect.name());
        assertThat(refusal.remedy()).contains("minimax");
      }
    }
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void deletion_isOfferedByTheOfficialDialectOnly() {
    assertThat(Dialect.all().stream().filter(d -> d.offers(Operation.DELETE_VOICE)))
        .containsExactly(Dialect.MINIMAX);
  }

  @ParameterizedTest
  @CsvSource({
    "401, authorized_error, 1004",
    "402, insufficient_balance_error, 1008",
    "422, unprocessable_entity_error, 1027",
    "429, rate_limit_error, 1002",
    "500, api_error, 1000"
  })
  void errorTypeWithoutACodeInItsMessage_standsForItsCode(int status, String type, int code) {
    provider.answers(
        status,
        "application/json",
        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"no\"},\"request_id\":\"05aa\"}"
            .formatted(type));

    ProviderException failure =
        catchThrowableOfType(
            ProviderException.class,
            () -> spoken(Dialect.MINIMAX, speech(SpeechModel.SPEECH_2_8_HD).build()));

    assertThat(failure.code()).contains(new ErrorCode(code));
  }

  @ParameterizedTest
  @CsvSource({"401, API key", "402, balance", "413, Send less", "429, fewer requests"})
  void errorObjectOfARelay_isJudgedByItsHttpStatus(int status, String remedy) {
    provider.answers(
        status,
        "application/json",
        "{\"error\":{\"message\":\"invalid token\",\"type\":\"new_api_error\",\"code\":\"\"}}");

    ProviderException failure =
        catchThrowableOfType(
            ProviderException.class,
            () -> spoken(Dialect.AIPING, speech(SpeechModel.SPEECH_2_8_HD).build()));

    assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    assertThat(failure.remedy()).contains(remedy);
  }

  @Test
  void dialectOfUnknownName_isRefused() {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () -> Dialect.named("openai", DialectSettings.NONE)))
        .hasMessageContaining("openai");
  }
}
