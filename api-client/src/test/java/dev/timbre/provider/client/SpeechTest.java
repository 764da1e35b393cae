package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.AudioSetting;
import dev.timbre.provider.client.wire.speech.Emotion;
import dev.timbre.provider.client.wire.speech.LanguageBoost;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.SubtitleType;
import dev.timbre.provider.client.wire.speech.TimbreWeight;
import dev.timbre.provider.client.wire.speech.VoiceModify;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static SpeechRequest.Builder request() {
    return SpeechRequest.of(
        SpeechModel.SPEECH_2_8_HD,
        "Platform two<#0.6#>is closed today(sighs).",
        VoiceSetting.of("AnnaHost01"));
  }

  @Test
  void request_isWrittenAsTheContractShowsIt() {
    provider.answers("{\"data\":{\"audio\":\"00\"}," + OK);

    client
        .speech()
        .speak(
            SpeechRequest.of(
                    SpeechModel.SPEECH_2_8_HD,
                    "Platform two<#0.6#>is closed today(sighs).",
                    VoiceSetting.of("AnnaHost01").withSpeed(1).withVolume(1).withPitch(0))
                .audio(
                    AudioSetting.defaults()
                        .withSampleRate(32000)
                        .withBitrate(128000)
                        .withFormat(AudioFormat.MP3)
                        .withChannels(1))
                .pronunciation(List.of("DB/Deutsche Bahn"))
                .languageBoost(LanguageBoost.ENGLISH)
                .subtitles(SubtitleType.SENTENCE)
                .build());

    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/t2a_v2");
    assertThat(provider.onlyRequest().headers().getFirst("Authorization"))
        .isEqualTo("Bearer test-key-4711-secret");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"speech-2.8-hd\",\"text\":\"Platform two<#0.6#>is closed today(sighs).\","
                + "\"stream\":false,\"voice_setting\":{\"voice_id\":\"AnnaHost01\",\"speed\":1.0,"
                + "\"vol\":1.0,\"pitch\":0},\"audio_setting\":{\"sample_rate\":32000,"
                + "\"bitrate\":128000,\"format\":\"mp3\",\"channel\":1},\"pronunciation_dict\":{\"tone\":[\"DB/Deutsche"
                + " Bahn\"]},\"language_boost\":\"English\","
                + "\"subtitle_enable\":true,\"subtitle_type\":\"sentence\",\"output_format\":\"hex\"}");
  }

  @Test
  void smallestAndRarestFields_areWrittenOrLeftOut() {
    assertThat(request().build().toJson().keySet())
        .containsExactly("model", "text", "stream", "voice_setting", "output_format");
    assertThat(
            SpeechRequest.of(
                    new SpeechModel("speech-9-new"),
                    "你好",
                    VoiceSetting.of("")
                        .withEmotion(Emotion.CALM)
                        .withTextNormalization(true)
                        .withLatexRead(false))
                .mix(List.of(new TimbreWeight("a", 1), new TimbreWeight("b", 100)))
                .modify(
                    new VoiceModify(
                        OptionalInt.of(-100),
                        OptionalInt.empty(),
                        OptionalInt.of(100),
                        Optional.of("robotic")))
                .watermark(true)
                .asUrl()
                .build()
                .toJson())
        .hasToString(
            "{\"model\":\"speech-9-new\",\"text\":\"你好\",\"stream\":false,\"voice_setting\":"
                + "{\"voice_id\":\"\",\"emotion\":\"calm\",\"text_normalization\":true,"
                + "\"latex_read\":false},\"timbre_weights\":[{\"voice_id\":\"a\",\"weight\":1},"
                + "{\"voice_id\":\"b\",\"weight\":100}],\"voice_modify\":{\"pitch\":-100,"
                + "\"timbre\":100,\"sound_effects\":\"robotic\"},\"output_format\":\"url\","
                + "\"aigc_watermark\":true}");
  }

  @Test
  void hexAnswer_isReadWhole() throws IOException {
    provider.answers(
        "{\"data\":{\"audio\":\"fffb90c4\",\"status\":2,\"ced\":\"\"},\"extra_info\":"
            + "{\"audio_length\":1120,\"audio_sample_rate\":32000,\"audio_size\":18432,"
            + "\"bitrate\":128000,\"word_count\":3,\"invisible_character_ratio\":0,"
            + "\"usage_characters\":14,\"audio_format\":\"mp3\",\"audio_channel\":1},"
            + "\"trace_id\":\"06ab12cd34ef56780a1b2c3d4e5f6071\","
            + OK);

    SpeechAnswer answer = client.speech().speak(request().build());

    byte[] expected = {(byte) 0xff, (byte) 0xfb, (byte) 0x90, (byte) 0xc4};
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    answer.audio().orElseThrow().writeTo(written);
    assertThat(written.toByteArray()).isEqualTo(expected);
    assertThat(answer.audio().orElseThrow().open()).hasBinaryContent(expected);
    assertThat(answer.audio().orElseThrow().size()).isEqualTo(4);
    assertThat(answer.audioUrl()).isEmpty();
    assertThat(answer.subtitles()).isEmpty();
    assertThat(answer.info().length()).contains(Duration.ofMillis(1120));
    assertThat(answer.info().sampleRate()).hasValue(32000);
    assertThat(answer.info().size()).hasValue(18432);
    assertThat(answer.info().bitrate()).hasValue(128000);
    assertThat(answer.info().format()).contains(AudioFormat.MP3);
    assertThat(answer.info().channels()).hasValue(1);
    assertThat(answer.metering().usageCharacters()).hasValue(14);
    assertThat(answer.metering().wordCount()).hasValue(3);
    assertThat(answer.metering().invisibleCharacterRatio()).hasValue(0);
    assertThat(answer.traceId()).contains("06ab12cd34ef56780a1b2c3d4e5f6071");
  }

  @Test
  void urlAnswer_isReadFromTheSameField() {
    provider.answers(
        "{\"data\":{\"audio\":\"https://oss.example/a.mp3?Signature=x\",\"status\":2,"
            + "\"subtitle_file\":\"https://oss.example/a.json?Signature=y\"},\"extra_info\":"
            + "{\"audio_length\":\"1120.0\",\"usage_characters\":\"14\",\"audio_sample_rate\":null,"
            + "\"invisible_character_ratio\":\"0.05\"},\"surprise\":[],"
            + OK);

    SpeechAnswer answer = client.speech().speak(request().asUrl().build());

    assertThat(answer.audio()).isEmpty();
    assertThat(answer.audioUrl().orElseThrow().uri())
        .isEqualTo(URI.create("https://oss.example/a.mp3?Signature=x"));
    assertThat(answer.subtitles().orElseThrow().uri())
        .isEqualTo(URI.create("https://oss.example/a.json?Signature=y"));
    assertThat(answer.info().length()).contains(Duration.ofMillis(1120));
    assertThat(answer.info().sampleRate()).isEmpty();
    assertThat(answer.metering().usageCharacters()).hasValue(14);
    assertThat(answer.metering().invisibleCharacterRatio()).hasValue(0.05);
    assertThat(answer.toString()).doesNotContain("Signature");
  }

  @Test
  void longAudioAndLongAddresses_areToldApart() {
    String hex = "00ffAB01".repeat(100);
    provider.answers("{\"data\":{\"audio\":\"" + hex + "\",\"status\":2}," + OK);
    assertThat(client.speech().speak(request().build()).audio().orElseThrow().toByteArray())
        .hasSize(400)
        .startsWith(0x00, 0xff, 0xab, 0x01)
        .endsWith(0x00, 0xff, 0xab, 0x01);

    String address = "https://oss.example/" + "a".repeat(200) + ".mp3?Signature=x";
    provider.answers("{\"data\":{\"audio\":\"" + address + "\",\"status\":2}," + OK);
    assertThat(client.speech().speak(request().asUrl().build()).audioUrl().orElseThrow().uri())
        .isEqualTo(URI.create(address));

    provider.answers("{\"data\":{\"audio\":\"" + hex + "0\",\"status\":2}," + OK);
    assertThatThrownBy(() -> client.speech().speak(request().build()))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("odd length");
  }

  @Test
  void answerWithoutEnvelope_isSuccessWhenItHasAudio() {
    provider.answers("{\"data\":{\"audio\":\"FFfb\"}}");

    assertThat(client.speech().speak(request().build()).audio().orElseThrow().toByteArray())
        .containsExactly(0xff, 0xfb);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"audio\":\"fffb9\"},",
        "{\"data\":{\"audio\":\"fffg\"},",
        "{\"data\":{\"audio\":\"ff\\u00fc0\"},",
        "{\"data\":{\"audio\":\"ftp://oss.example/a\"},",
        "{\"data\":{\"audio\":\"\"},",
        "{\"data\":{\"audio\":null},",
        "{\"data\":{},",
        "{\"data\":null,",
        "{"
      })
  void successWithoutWholeAudio_isUnreadableAndMayBeCharged(String start) {
    provider.answers(start + OK);

    assertThatThrownBy(() -> client.speech().speak(request().build()))
        .isInstanceOfSatisfying(
            ProviderAnswerUnreadable.class,
            unreadable -> {
              assertThat(unreadable.mayHaveBeenCarriedOut()).isTrue();
              assertThat(unreadable.retry().allowed()).isFalse();
              assertThat(unreadable.traceId()).contains(StubProvider.TRACE_ID);
            });
  }

  @Test
  void group_isSentOnlyWhenTheAccountHasOne() {
    provider.answers("{\"data\":{\"audio\":\"00\"},\"file\":{\"file_id\":1}," + OK);
    ProviderEndpoint plain = StubProvider.endpoint(provider.uri("/prefix/"));
    ProviderEndpoint grouped =
        new ProviderEndpoint(
            plain.baseUri(), plain.key(), Optional.of("1234567890"), plain.timeouts());
    try (MiniMaxClient withGroup = MiniMaxClient.connect(grouped)) {
      withGroup.speech().speak(request().build());
    }

    assertThat(provider.onlyRequest().uri()).isEqualTo("/prefix/v1/t2a_v2?GroupId=1234567890");
  }
}
