package dev.timbre.provider.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.AudioSetting;
import dev.timbre.provider.client.wire.speech.Emotion;
import dev.timbre.provider.client.wire.speech.LanguageBoost;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.TimbreWeight;
import dev.timbre.provider.client.wire.speech.VoiceModify;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.voice.ClonePrompt;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.VoiceIdRule;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTest {

  private static final FileId FILE = new FileId("1");
  private static final VoiceSetting VOICE = VoiceSetting.of("AnnaHost01");
  private static final AudioSetting AUDIO = AudioSetting.defaults();

  private static CloneRequest.Builder cloning() {
    return CloneRequest.of(FILE, "AnnaHost01");
  }

  private static SpeechRequest.Builder speech(String text) {
    return SpeechRequest.of(SpeechModel.SPEECH_2_8_HD, text, VOICE);
  }

  private static Arguments broken(String field, String value, ThrowingCallable request) {
    return arguments(field, value, request);
  }

  static Stream<Arguments> brokenRequests() {
    List<TimbreWeight> five = Collections.nCopies(5, new TimbreWeight("a", 1));
    return Stream.of(
        broken("voice_setting.speed", "0.49", () -> VOICE.withSpeed(0.49)),
        broken("voice_setting.speed", "2.01", () -> VOICE.withSpeed(2.01)),
        broken("voice_setting.speed", "NaN", () -> VOICE.withSpeed(Double.NaN)),
        broken("voice_setting.vol", "0", () -> VOICE.withVolume(0)),
        broken("voice_setting.vol", "10.1", () -> VOICE.withVolume(10.1)),
        broken("voice_setting.pitch", "-13", () -> VOICE.withPitch(-13)),
        broken("voice_setting.pitch", "13", () -> VOICE.withPitch(13)),
        broken("voice_setting.voice_id", "missing", () -> VoiceSetting.of(null)),
        broken("audio_setting.sample_rate", "48000", () -> AUDIO.withSampleRate(48000)),
        broken("audio_setting.bitrate", "192000", () -> AUDIO.withBitrate(192000)),
        broken("audio_setting.channel", "3", () -> AUDIO.withChannels(3)),
        broken("text", "10000 characters long", () -> speech("a".repeat(10_000))),
        broken("text", "blank", () -> speech(" \n")),
        broken("text", "missing", () -> speech(null)),
        broken("timbre_weights", "5 voices", () -> speech("a").mix(five)),
        broken("timbre_weights.weight", "0", () -> new TimbreWeight("a", 0)),
        broken("timbre_weights.weight", "101", () -> new TimbreWeight("a", 101)),
        broken("pronunciation_dict.tone", "omg", () -> speech("a").pronunciation(List.of("omg"))),
        broken(
            "voice_modify.timbre",
            "101",
            () ->
                new VoiceModify(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.of(101),
                    Optional.empty())),
        broken(
            "voice_setting.voice_id",
            "blank",
            () -> SpeechRequest.of(SpeechModel.SPEECH_2_8_HD, "a", VoiceSetting.of("")).build()),
        broken(
            "text",
            "1001 characters long",
            () -> cloning().preview("好".repeat(1001), SpeechModel.SPEECH_2_8_HD)),
        broken(
            "text_validation",
            "201 characters long",
            () -> cloning().expectedText("a".repeat(201), OptionalDouble.empty())),
        broken("accuracy", "1.1", () -> cloning().expectedText("a", OptionalDouble.of(1.1))),
        broken(
            "clone_prompt.prompt_text",
            "without punctuation at its end",
            () -> new ClonePrompt(FILE, "no end")),
        broken("clone_prompt.prompt_text", "blank", () -> new ClonePrompt(FILE, "")),
        broken("clone_prompt.prompt_audio", "x7", () -> new ClonePrompt(new FileId("x7"), "Yes.")),
        broken("file_id", "x7", () -> CloneRequest.of(new FileId("x7"), "AnnaHost01")),
        broken("file_id", "blank", () -> new FileId(" ")));
  }

  private static SpeechRequest.Builder spokenWith(SpeechModel model, Emotion emotion) {
    return SpeechRequest.of(model, "a", VOICE.withEmotion(emotion));
  }

  private static SpeechRequest.Builder inFormat(AudioFormat format) {
    return speech("a").audio(AUDIO.withFormat(format));
  }

  private static VoiceModify effect() {
    return new VoiceModify(
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(VoiceModify.ROBOTIC));
  }

  static Stream<Arguments> brokenTogether() {
    SpeechModel old = SpeechModel.SPEECH_02_HD;
    return Stream.of(
        broken("text", "<#0#>", () -> speech("a<#0#>b").build()),
        broken("text", "<#100#>", () -> speech("a<#100#>b").build()),
        broken("text", "<#0.001#>", () -> speech("a<#0.001#>b").build()),
        broken("text", "<#-1#>", () -> speech("a<#-1#>b").build()),
        broken("text", "<#1.#>", () -> speech("a<#1.#>b").build()),
        broken(
            "text",
            "a pause of 34 characters",
            () -> speech("a<#" + "1".repeat(30) + "#>b").build()),
        broken("text", "<#2#> without text before it", () -> speech("a<#1#> \n<#2#>b").build()),
        broken("text", "<#1#> without text before it", () -> speech(" <#1#>b").build()),
        broken("text", "a pause at its end", () -> speech("a<#1#> ").build()),
        broken(
            "voice_setting.emotion",
            "whisper with speech-2.8-hd",
            () -> spokenWith(SpeechModel.SPEECH_2_8_HD, Emotion.WHISPER).build()),
        broken(
            "voice_setting.emotion",
            "fluent with speech-02-hd",
            () -> spokenWith(old, Emotion.FLUENT).build()),
        broken(
            "language_boost",
            "Tamil with speech-02-hd",
            () -> SpeechRequest.of(old, "a", VOICE).languageBoost(LanguageBoost.TAMIL).build()),
        broken(
            "voice_modify.sound_effects",
            "set with pcm",
            () -> inFormat(AudioFormat.PCM).modify(effect()).build()),
        broken(
            "audio_setting.force_cbr",
            "true with another format",
            () -> inFormat(AudioFormat.FLAC).constantBitrate(true).build()),
        broken(
            "audio_setting.force_cbr",
            "true",
            () -> speech("a").constantBitrate(true).build().requireWhole()),
        broken(
            "audio_setting.format",
            "wav in a stream",
            () -> inFormat(AudioFormat.WAV).build().asStream()),
        broken(
            "voice_modify.sound_effects",
            "set in a stream of flac",
            () -> inFormat(AudioFormat.FLAC).modify(effect()).build().asStream()),
        broken("output_format", "url", () -> speech("a").asUrl().build().asStream()),
        broken("aigc_watermark", "true", () -> speech("a").watermark(true).build().asStream()));
  }

  @Test
  void fieldsThatGoTogether_areAccepted() {
    AudioFormat unknown = new AudioFormat("aac-new");
    assertThatCode(
            () -> {
              speech("a<#0.01#>b<#99.99#>c <# 1 #> <#x#>").build();
              spokenWith(SpeechModel.SPEECH_2_6_HD, Emotion.WHISPER).build();
              spokenWith(SpeechModel.SPEECH_2_8_TURBO, Emotion.FLUENT).build();
              spokenWith(new SpeechModel("speech-9-new"), Emotion.WHISPER).build();
              spokenWith(SpeechModel.SPEECH_01_HD, new Emotion("new")).build();
              speech("a").languageBoost(LanguageBoost.TAMIL).build();
              inFormat(AudioFormat.FLAC).modify(effect()).build();
              inFormat(unknown).modify(effect()).build().asStream();
              inFormat(AudioFormat.MP3).modify(effect()).build().asStream();
              inFormat(AudioFormat.OPUS).build().asStream();
              AUDIO.withFormat(AudioFormat.OPUS).withSampleRate(48000);
              AUDIO.withFormat(unknown).withSampleRate(96000);
              speech("a").constantBitrate(false).build().requireWhole();
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource({"brokenRequests", "brokenTogether"})
  void valueOutsideItsLimit_isNamedWithFieldValueAndLimit(
      String field, String value, ThrowingCallable request) {
    InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, request);

    assertThat(invalid).isNotNull();
    assertThat(invalid.field()).isEqualTo(field);
    assertThat(invalid.value()).isEqualTo(value);
    assertThat(invalid.limit()).isNotBlank();
    assertThat(invalid).hasMessageContaining(field).hasMessageContaining(value);
  }

  @Test
  void valuesOnTheirLimit_areAccepted() {
    assertThatCode(
            () -> {
              VOICE.withSpeed(0.5).withSpeed(2).withVolume(0.01).withVolume(10);
              VOICE.withPitch(-12).withPitch(12);
              AUDIO.withSampleRate(8000).withSampleRate(44100).withChannels(2);
              speech("😀".repeat(9_999)).mix(Collections.nCopies(4, new TimbreWeight("a", 100)));
              cloning().preview("a".repeat(1000), SpeechModel.SPEECH_2_8_HD);
              cloning().expectedText("a".repeat(200), OptionalDouble.of(1));
              new ClonePrompt(FILE, "好。 ");
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AnnaHost", "A1234567", "a-_-_-_b", "acme-anna-k3xq7fbz2m"})
  void voiceIdThatKeepsTheRule_isAccepted(String id) {
    assertThat(VoiceIdRule.requireNew(id)).isEqualTo(id);
    assertThat(VoiceIdRule.requireNew("a".repeat(256))).hasSize(256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AnnaHos",
        "1nnaHost1",
        "_nnaHost1",
        "AnnaHost-",
        "AnnaHost_",
        "Anna Host",
        "Ännahost",
        "AnnaHost1\n"
      })
  void voiceIdThatBreaksTheRule_isRefused(String id) {
    assertThat(catchThrowableOfType(InvalidRequest.class, () -> VoiceIdRule.requireNew(id)))
        .hasMessageContaining("voice_id")
        .hasMessageContaining("8 to 256");
    assertThat(
            catchThrowableOfType(
                InvalidRequest.class, () -> VoiceIdRule.requireNew("a".repeat(257))))
        .isNotNull();
  }

  @Test
  void textForms_tellNoText() {
    assertThat(speech("top secret").build().toString()).doesNotContain("secret");
    assertThat(cloning().preview("top secret", SpeechModel.SPEECH_2_8_HD).build().toString())
        .doesNotContain("secret");
    assertThat(new ClonePrompt(FILE, "top secret.").toString()).doesNotContain("secret");
  }
}
