package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.LanguageBoost;
import dev.timbre.provider.client.wire.speech.LongAudioSetting;
import dev.timbre.provider.client.wire.speech.LongSpeechOrder;
import dev.timbre.provider.client.wire.speech.LongSpeechProgress;
import dev.timbre.provider.client.wire.speech.LongSpeechRequest;
import dev.timbre.provider.client.wire.speech.LongSpeechStatus;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechTaskId;
import dev.timbre.provider.client.wire.speech.VoiceModify;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongSpeechTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
  private static final SpeechModel MODEL = SpeechModel.SPEECH_2_8_HD;
  private static final VoiceSetting ANNA = VoiceSetting.of("AnnaHost01");

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static LongSpeechRequest.Builder aText() {
    return LongSpeechRequest.ofText(MODEL, "Once upon a time.", ANNA);
  }

  @Test
  void orderOfAText_hasItsOwnFieldNames() {
    provider.answers("{\"task_id\":\"297900000000001\"," + OK);

    client
        .longSpeech()
        .order(
            LongSpeechRequest.ofText(
                    MODEL,
                    "Once upon a time.",
                    ANNA.withSpeed(1.5).withPitch(-2).withTextNormalization(true))
                .audio(
                    LongAudioSetting.defaults()
                        .withSampleRate(44100)
                        .withBitrate(256000)
                        .withFormat(AudioFormat.FLAC)
                        .withChannels(1))
                .pronunciation(List.of("DB/Deutsche Bahn"))
                .languageBoost(LanguageBoost.GERMAN)
                .modify(
                    new VoiceModify(
                        OptionalInt.of(10),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.of("robotic")))
                .watermark(false)
                .build());

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/t2a_async_v2");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"speech-2.8-hd\",\"text\":\"Once upon a time.\",\"voice_setting\":"
                + "{\"voice_id\":\"AnnaHost01\",\"speed\":1.5,\"pitch\":-2,"
                + "\"english_normalization\":true},\"audio_setting\":{\"audio_sample_rate\":44100,"
                + "\"bitrate\":256000,\"format\":\"flac\",\"channel\":1},\"pronunciation_dict\":"
                + "{\"tone\":[\"DB/Deutsche Bahn\"]},\"language_boost\":\"German\","
                + "\"voice_modify\":{\"pitch\":10,\"sound_effects\":\"robotic\"},"
                + "\"aigc_watermark\":false}");
  }

  @Test
  void orderOfAFile_namesItsIdDigitForDigit() {
    provider.answers("{\"task_id\":1," + OK);

    client
        .longSpeech()
        .order(LongSpeechRequest.ofFile(MODEL, new FileId("9007199254740993"), ANNA).build());

    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"speech-2.8-hd\",\"text_file_id\":9007199254740993,"
                + "\"voice_setting\":{\"voice_id\":\"AnnaHost01\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"9007199254740993\"", "9007199254740993", "\" 9007199254740993 \""})
  void order_isReadWithIdsOfEitherType(String id) {
    provider.answers(
        "{\"task_id\":"
            + id
            + ",\"task_token\":\"eyJhbGciOi.example\",\"file_id\":"
            + id
            + ",\"usage_characters\":\"8210\",\"trace_id\":\"06ab\",\"new\":{},"
            + OK);

    LongSpeechOrder order = client.longSpeech().order(aText().build());

    assertThat(order.task()).isEqualTo(new SpeechTaskId("9007199254740993"));
    assertThat(order.file()).contains(new FileId("9007199254740993"));
    assertThat(order.token()).contains("eyJhbGciOi.example");
    assertThat(order.usageCharacters()).hasValue(8210);
    assertThat(order.traceId()).contains(StubProvider.TRACE_ID);
    assertThat(order.toString()).contains("9007199254740993").doesNotContain("eyJ");
  }

  @Test
  void orderWithoutTheRest_isRead() {
    provider.answers(
        "{\"task_id\":297900000000001,\"task_token\":null,\"file_id\":null,"
            + "\"usage_characters\":\"many\"}");

    LongSpeechOrder order = client.longSpeech().order(aText().build());

    assertThat(order.task()).hasToString("297900000000001");
    assertThat(order.file()).isEmpty();
    assertThat(order.token()).isEmpty();
    assertThat(order.usageCharacters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"task_id\":\"\",", "\"task_id\":null,", "\"task_id\":[1],"})
  void orderWithoutTask_isUnreadableAndMayBeCharged(String task) {
    provider.answers("{" + task + OK);

    assertThatThrownBy(() -> client.longSpeech().order(aText().build()))
        .isInstanceOfSatisfying(
            ProviderAnswerUnreadable.class,
            unreadable -> {
              assertThat(unreadable.mayHaveBeenCarriedOut()).isTrue();
              assertThat(unreadable.retry().allowed()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Processing,false",
    "processing,false",
    "Success,true",
    "success,true",
    "SUCCESS,true",
    "Failed,true",
    "expired,true",
    "Queueing,false"
  })
  void status_isReadInAnyCase(String status, boolean last) {
    provider.answers(
        "{\"task_id\":297900000000001,\"status\":\""
            + status
            + "\",\"file_id\":297900000000001,"
            + OK);

    LongSpeechProgress progress = client.longSpeech().query(new SpeechTaskId("297900000000001"));

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/query/t2a_async_query_v2?task_id=297900000000001");
    assertThat(progress.status().value()).isEqualToIgnoringCase(status);
    assertThat(progress.status().isLast()).isEqualTo(last);
    assertThat(progress.task()).contains(new SpeechTaskId("297900000000001"));
    assertThat(progress.file()).contains(new FileId("297900000000001"));
  }

  @Test
  void knownStatuses_areEqualWhateverTheirCase() {
    assertThat(new LongSpeechStatus("success")).isEqualTo(LongSpeechStatus.SUCCESS);
    assertThat(new LongSpeechStatus("EXPIRED")).isEqualTo(LongSpeechStatus.EXPIRED);
    assertThat(new LongSpeechStatus("Queueing")).hasToString("Queueing");
  }

  @Test
  void progressWithoutAResultYet_hasNoFile() {
    provider.answers("{\"status\":\"Processing\",\"file_id\":0," + OK);

    assertThat(client.longSpeech().query(new SpeechTaskId("1")).file()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"status\":null,", "\"status\":\" \",", "\"status\":{},"})
  void progressWithoutStatus_isUnreadable(String status) {
    provider.answers("{\"task_id\":1," + status + OK);

    ProviderException failure =
        catchThrowableOfType(
            ProviderException.class, () -> client.longSpeech().query(new SpeechTaskId("1")));

    assertThat(failure).isInstanceOf(ProviderAnswerUnreadable.class);
    assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    assertThat(failure.retry().allowed()).isTrue();
  }

  @Test
  void limits_areCheckedBeforeAnythingIsSent() {
    assertThat(LongSpeechRequest.ofText(MODEL, "x".repeat(50_000), ANNA).build().toJson())
        .containsKey("text");
    assertRefused("text", () -> LongSpeechRequest.ofText(MODEL, "x".repeat(50_001), ANNA));
    assertRefused("text", () -> LongSpeechRequest.ofText(MODEL, " ", ANNA));
    assertRefused("text_file_id", () -> LongSpeechRequest.ofFile(MODEL, new FileId("a"), ANNA));
    assertRefused(
        "voice_setting.voice_id",
        () -> LongSpeechRequest.ofText(MODEL, "x", VoiceSetting.of("")).build());
    assertRefused("pronunciation_dict.tone", () -> aText().pronunciation(List.of("none")));
    assertRefused("task_id", () -> new SpeechTaskId(" "));
  }

  @Test
  void sampleRate_dependsOnTheFormat() {
    LongAudioSetting opus = LongAudioSetting.defaults().withFormat(new AudioFormat("opus"));

    assertThat(opus.withSampleRate(48000).sampleRate()).hasValue(48000);
    assertRefused("audio_setting.audio_sample_rate", () -> opus.withSampleRate(44100));
    assertRefused(
        "audio_setting.audio_sample_rate", () -> LongAudioSetting.defaults().withSampleRate(48000));
    assertRefused("audio_setting.bitrate", () -> LongAudioSetting.defaults().withBitrate(1));
    assertRefused("audio_setting.channel", () -> LongAudioSetting.defaults().withChannels(3));
  }

  @ParameterizedTest
  @CsvSource({"mp3,true", "wav,true", "flac,true", "pcm,false", "opus,false"})
  void bentVoice_needsAFormatThatCanBe(String format, boolean allowed) {
    LongSpeechRequest.Builder request =
        aText()
            .audio(LongAudioSetting.defaults().withFormat(new AudioFormat(format)))
            .modify(
                new VoiceModify(
                    OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), Optional.empty()));

    if (allowed) {
      assertThat(request.build().toJson()).containsKey("voice_modify");
    } else {
      assertRefused("voice_modify", request::build);
    }
  }

  @Test
  void orderInText_neverHoldsTheText() {
    assertThat(aText().build().toString()).contains("17 characters").doesNotContain("Once");
  }

  private static void assertRefused(
      String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRequest.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
