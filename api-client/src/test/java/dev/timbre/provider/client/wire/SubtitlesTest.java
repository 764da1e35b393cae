package dev.timbre.provider.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.speech.Subtitles;
import dev.timbre.provider.client.wire.speech.Subtitles.Sentence;
import dev.timbre.provider.client.wire.speech.Subtitles.Word;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitlesTest {

  private static Subtitles read(String file) {
    return Subtitles.read(file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fileByWord_isReadWhole() {
    Subtitles subtitles =
        read(
            "[{\"text\":\"Platform two\",\"pronounce_text\":\"Platform"
                + " two\",\"time_begin\":0,\"time_end\":812.5,\"text_begin\":0,\"text_end\":12,"
                + "\"is_final_segment\":true,\"timestamped_words\":[{\"word\":\"Platform\","
                + "\"time_begin\":0,\"time_end\":500.0,\"word_begin\":0,\"word_end\":8}]}]");

    Sentence sentence = subtitles.sentences().get(0);
    assertThat(sentence.text()).isEqualTo("Platform two");
    assertThat(sentence.pronounced()).contains("Platform two");
    assertThat(sentence.begin()).isEqualTo(Duration.ZERO);
    assertThat(sentence.end()).isEqualTo(Duration.ofNanos(812_500_000));
    assertThat(sentence.textBegin()).hasValue(0);
    assertThat(sentence.textEnd()).hasValue(12);
    assertThat(sentence.last()).isTrue();
    Word word = sentence.words().get(0);
    assertThat(word.text()).isEqualTo("Platform");
    assertThat(word.end()).isEqualTo(Duration.ofMillis(500));
    assertThat(word.wordBegin()).hasValue(0);
    assertThat(word.wordEnd()).hasValue(8);
    assertThat(subtitles.toString()).doesNotContain("Platform");
  }

  @Test
  void fileBySentence_mayHaveNullsTextsForNumbersAndAByteOrderMark() {
    Subtitles subtitles =
        read(
            "\uFEFF[{\"text\":\"你好\",\"time_begin\":\"10\",\"time_end\":20,"
                + "\"timestamped_words\":null,\"text_begin\":null,\"new\":{}},"
                + "{\"text\":\"x\",\"time_begin\":20,\"time_end\":30,\"is_final_segment\":true}]");

    assertThat(subtitles.sentences()).hasSize(2);
    assertThat(subtitles.sentences().get(0).begin()).isEqualTo(Duration.ofMillis(10));
    assertThat(subtitles.sentences().get(0).words()).isEmpty();
    assertThat(subtitles.sentences().get(0).textBegin()).isEmpty();
    assertThat(subtitles.sentences().get(0).last()).isFalse();
    assertThat(read("[]").sentences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "secret",
        "[1]",
        "[{\"text\":\"secret\"}]",
        "[{\"text\":\"secret\",\"time_begin\":0,\"time_end\":\"x\"}]",
        "[{\"text\":\"secret\",\"time_begin\":0,\"time_end\":1e30}]",
        "[{\"text\":\"secret\",\"time_begin\":0,\"time_end\":1,\"timestamped_words\":[{}]}]"
      })
  void fileOfAnotherKind_isUnreadableAndNotShown(String file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("no subtitles")
        .message()
        .doesNotContain("secret");
  }
}
