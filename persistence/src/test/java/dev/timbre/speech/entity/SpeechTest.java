package dev.timbre.speech.entity;

import static dev.timbre.speech.entity.SpeechState.FAILED;
import static dev.timbre.speech.entity.SpeechState.RESERVED;
import static dev.timbre.speech.entity.SpeechState.SPOKEN;
import static dev.timbre.speech.entity.SpeechState.UNKNOWN;
import static dev.timbre.testing.Moments.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.provider.entity.ProviderFixtures;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A speech, its script and its format. */
class SpeechTest {

  private static final Speech.Result RESULT =
      new Speech.Result("ab".repeat(32), 1500, 13, "trace-2");
  private static final ProviderFault FAULT = ProviderFixtures.fault("1002");

  /** Every ending. */
  private enum Ending {
    SPEAK(speech -> speech.speak(LATER, RESULT, Money.of("0.01", "CNY")), SPOKEN),
    FAIL(speech -> speech.fail(LATER, FAULT), FAILED),
    LOSE(speech -> speech.lose(LATER, FAULT), UNKNOWN);

    private final Consumer<Speech> act;
    private final SpeechState end;

    Ending(Consumer<Speech> act, SpeechState end) {
      this.act = act;
      this.end = end;
    }
  }

  private static Stream<Arguments> everyEndingInEveryState() {
    return Arrays.stream(Ending.values())
        .flatMap(
            ending -> Arrays.stream(SpeechState.values()).map(state -> arguments(ending, state)));
  }

  @ParameterizedTest
  @MethodSource("everyEndingInEveryState")
  void ending_ends_a_reserved_speech_and_is_refused_in_every_other_state(
      Ending ending, SpeechState state) {
    Speech speech = in(state);

    if (state == RESERVED) {
      ending.act.accept(speech);
      assertThat(speech.getState()).isEqualTo(ending.end);
      assertThat(speech.getFinishedAt()).isEqualTo(LATER);
    } else {
      assertThatThrownBy(() -> ending.act.accept(speech))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining(state.name());
      assertThat(speech.getState()).isEqualTo(state);
    }
  }

  @Test
  void spoken_speech_keeps_what_the_provider_gave_and_billed() {
    Speech speech = in(SPOKEN);

    assertThat(speech.getAudio()).isEqualTo(RESULT.audio());
    assertThat(speech.getDurationMs()).isEqualTo(1500);
    assertThat(speech.getBilledCharacters()).isEqualTo(13);
    assertThat(speech.getTraceId()).isEqualTo("trace-2");
    assertThat(speech.getCost()).isEqualTo(Money.of("0.01", "CNY"));
    assertThat(speech.getFault()).isNull();
  }

  @Test
  void speech_without_a_sure_end_has_a_fault_and_neither_audio_nor_cost() {
    Speech speech = in(UNKNOWN);

    assertThat(speech.getFault()).isEqualTo(FAULT);
    assertThat(speech.getAudio()).isNull();
    assertThat(speech.getCost()).isNull();
  }

  @Test
  void speech_keeps_the_digest_of_its_text_and_not_the_text() {
    Speech speech = SpeechFixtures.reservedSpeech();

    assertThat(speech.getTextDigest())
        .isEqualTo(new SpeechScript("Guten Tag, 你好").digest())
        .hasSize(64);
    assertThat(speech.toString()).doesNotContain("Guten");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n\t\u2003"})
  void script_without_anything_to_say_is_refused(String text) {
    assertThatThrownBy(() -> new SpeechScript(text))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("text-missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "语", "\uD83D\uDE00"})
  void script_stays_under_ten_thousand_code_points(String character) {
    SpeechScript longest = new SpeechScript(character.repeat(9_999));
    assertThat(longest.mostUnits()).isEqualTo(19_998);

    assertThatThrownBy(() -> new SpeechScript(character.repeat(10_000)))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.code()).isEqualTo("text-too-long");
              assertThat(e.getMessage()).contains("10000 characters");
              assertThat(e.violations().get(0).value()).isEqualTo("10000 characters");
            });
  }

  @ParameterizedTest
  @CsvSource({"a,2", "abc,6", "你好,4", "é,2", "'a b',6"})
  void most_units_are_two_per_code_point(String text, long units) {
    assertThat(new SpeechScript(text).mostUnits()).isEqualTo(units);
  }

  @Test
  void surrogate_pair_counts_as_one_code_point() {
    assertThat(new SpeechScript("\uD83D\uDE00").mostUnits()).isEqualTo(2);
  }

  @Test
  void script_shows_its_length_and_not_its_text() {
    assertThat(new SpeechScript("secret")).hasToString("SpeechScript[6 characters]");
    assertThat(new SpeechScript("abc").digest())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @CsvSource({
    "mp3,  32000, 128000, audio/mpeg",
    "wav,  44100,  32000, audio/wav",
    "flac, 24000,  64000, audio/flac",
    "pcm,  16000, 256000, audio/L16;rate=16000;channels=1"
  })
  void format_has_its_media_type(String format, int rate, int bitrate, String mediaType) {
    assertThat(new SpeechFormat(format, rate, bitrate).mediaType()).isEqualTo(mediaType);
  }

  @ParameterizedTest
  @CsvSource({
    "ogg, 32000, 128000, speech-format-unknown",
    "MP3, 32000, 128000, speech-format-unknown",
    ",    32000, 128000, speech-format-unknown",
    "mp3, 48000, 128000, speech-samplerate-unknown",
    "mp3,     0, 128000, speech-samplerate-unknown",
    "mp3, 32000, 192000, speech-bitrate-unknown",
    "mp3, 32000,     -1, speech-bitrate-unknown"
  })
  void format_that_the_provider_does_not_know_is_refused(
      String format, int rate, int bitrate, String code) {
    assertThatThrownBy(() -> new SpeechFormat(format, rate, bitrate))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Speech in(SpeechState state) {
    Speech speech = SpeechFixtures.reservedSpeech();
    switch (state) {
      case RESERVED -> {}
      case SPOKEN -> Ending.SPEAK.act.accept(speech);
      case FAILED -> Ending.FAIL.act.accept(speech);
      case UNKNOWN -> Ending.LOSE.act.accept(speech);
    }
    return speech;
  }
}
