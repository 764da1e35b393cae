package dev.timbre.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  private static List<String> sentences(String text) {
    return Sentences.cut(text, 0, text.length()).stream()
        .map(part -> text.substring(part.from(), part.to()))
        .toList();
  }

  private static List<String> words(String text) {
    return Sentences.words(text, 0, text.length()).stream()
        .map(part -> text.substring(part.from(), part.to()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          One. Two! Three?            | One./Two!/Three?
          It costs 3.50 at a.b.c now. | It costs 3.50 at a.b.c now.
          He said "Stop." Then went.  | He said "Stop."/Then went.
          Really?! Yes...  No.        | Really?!/Yes.../No.
          你好。再见！好吗？              | 你好。/再见！/好吗？
          no stop at all              | no stop at all
          """)
  void sentences_endAtStopsWithTheirQuotes(String text, String expected) {
    assertThat(String.join("/", sentences(text))).isEqualTo(expected);
  }

  @Test
  void lineBreak_endsASentence() {
    assertThat(sentences("First line\n\n  second line \n"))
        .containsExactly("First line", "second line");
  }

  @Test
  void words_areRunsOfLettersOrSingleIdeographs() {
    assertThat(words("Don't pay 3.50 now, well-known 朋友, ok.もう"))
        .containsExactly("Don't", "pay", "3.50", "now", "well-known", "朋", "友", "ok", "も", "う");
  }

  @Test
  void textWithoutLetters_hasNoWords() {
    assertThat(words(" … !? 🙂")).isEmpty();
    assertThat(sentences("   \n ")).isEmpty();
  }
}
