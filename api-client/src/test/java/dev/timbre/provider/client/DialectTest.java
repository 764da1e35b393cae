package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.dialect.DialectSettings;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What all dialects have in common: paths, what they offer, and how they refuse. */
class DialectTest {

  private final StubProvider provider = new StubProvider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private SpeechAnswer spoken(Dialect dialect, SpeechRequest request) {
    try (MiniMaxClient client = provider.client(dialect)) {
      return client.speech().speak(request);
    }
  }

  private static SpeechRequest.Builder speech(SpeechModel model) {
    return SpeechRequest.of(model, "Good evening.", VoiceSetting.of("AnnaHost01"));
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

    try (MiniMaxClient client = provider.client(Dialect.named("dmxapi", settings))) {
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

    try (MiniMaxClient client = provider.client(Dialect.named(name, DialectSettings.NONE))) {
      client.files().upload(EachOperation.sample("RIFF"));
    }

    assertThat(provider.onlyRequest().uri()).isEqualTo(path);
  }

  @Test
  void listOfAiping_isReadLikeTheOfficialOne() {
    provider.answers(
        "{\"voice_cloning\":[{\"voice_id\":\"AnnaHost01\"}],\"base_resp\":{\"status_code\":0}}");

    try (MiniMaxClient client = provider.client(Dialect.AIPING)) {
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
            catchThrowableOfType(
                OperationUnsupported.class, () -> each.callOn(provider.client(dialect)));

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
