package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.dialect.DialectSettings;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.speech.AudioSetting;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.TimbreWeight;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each dialect sends for speech, byte by byte, and how its answer is read. */
class DialectSpeechTest {

  private static final String SPOKEN =
      "{\"data\":{\"audio\":\"fffb90c4\",\"status\":2,\"ced\":\"\"},\"base_resp\":{\"status_code\":0}}";

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

  private OperationUnsupported refusal(Dialect dialect, SpeechRequest request) {
    return catchThrowableOfType(OperationUnsupported.class, () -> spoken(dialect, request));
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
}
