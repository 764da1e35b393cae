package dev.timbre.provider.client.wire.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketSettingTest {

  @Test
  void rarestFields_areWrittenOrLeftOut() {
    SocketSetting least =
        SocketSetting.of(SpeechModel.SPEECH_2_8_TURBO, VoiceSetting.of("female-yujie")).build();
    assertThat(
            SocketSetting.of(
                    SpeechModel.SPEECH_2_8_HD, VoiceSetting.of("").withTextNormalization(true))
                .mix(List.of(new TimbreWeight("a", 1), new TimbreWeight("b", 2)))
                .pronunciation(List.of("DB/Deutsche Bahn"))
                .languageBoost(LanguageBoost.GERMAN)
                .subtitles(SubtitleType.WORD_STREAMING)
                .continuousSound(true)
                .build()
                .toJson())
        .hasToString(
            "{\"event\":\"task_start\",\"model\":\"speech-2.8-hd\",\"voice_setting\":"
                + "{\"voice_id\":\"\",\"english_normalization\":true},\"pronunciation_dict\":"
                + "{\"tone\":[\"DB/Deutsche Bahn\"]},\"timbre_weights\":[{\"voice_id\":\"a\","
                + "\"weight\":1},{\"voice_id\":\"b\",\"weight\":2}],\"language_boost\":\"German\","
                + "\"subtitle_enable\":true,\"subtitle_type\":\"word_streaming\","
                + "\"continuous_sound\":true}");
    assertThat(least.toJson().keySet()).containsExactly("event", "model", "voice_setting");
  }

  @Test
  void settingsThatCannotBe_areRefused() {
    SpeechModel model = SpeechModel.SPEECH_2_8_HD;
    VoiceSetting anna = VoiceSetting.of("AnnaHost01");
    assertThatThrownBy(() -> SocketSetting.of(model, VoiceSetting.of(" ")).build())
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("voice_setting.voice_id");
    assertThatThrownBy(
            () ->
                SocketSetting.of(model, anna)
                    .audio(AudioSetting.defaults().withFormat(AudioFormat.WAV))
                    .build())
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("audio_setting.format");
    assertThatThrownBy(() -> SocketSetting.of(model, anna).mix(List.of(w(), w(), w(), w(), w())))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("timbre_weights");
  }

  private static TimbreWeight w() {
    return new TimbreWeight("a", 1);
  }
}
