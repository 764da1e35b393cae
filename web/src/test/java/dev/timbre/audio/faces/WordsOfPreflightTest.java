package dev.timbre.audio.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audio.entity.QualityWarning;
import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingRule;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever preflight has to say, it says in both languages. */
class WordsOfPreflightTest {

  private static final String HAN = "(?s).*\\p{IsHan}.*";
  private static final Properties ENGLISH = texts("codes");
  private static final Properties CHINESE = texts("codes_zh");

  static Stream<String> sentences() {
    Stream<String> rules =
        Stream.of(RecordingRule.values())
            .map(rule -> "RecordingRule." + rule.name())
            .flatMap(key -> Stream.of(key, key + ".remedy"));
    Stream<String> warnings =
        Stream.of(QualityWarning.Kind.values()).map(kind -> "QualityWarning.Kind." + kind.name());
    return Stream.concat(rules, warnings);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void everyRuleAndWarning_isToldInBothLanguages(String key) {
    assertThat(ENGLISH.getProperty(key)).isNotBlank().doesNotMatch(HAN);
    assertThat(CHINESE.getProperty(key)).isNotBlank().matches(HAN);
    assertThat(places(CHINESE.getProperty(key))).isEqualTo(places(ENGLISH.getProperty(key)));
  }

  /** One place too few would hide a measure, and one too many would show a brace. */
  @ParameterizedTest
  @EnumSource(RecordingFact.Kind.class)
  void everyFact_isToldWithAllItsValues(RecordingFact.Kind kind) {
    String key = "RecordingFact.Kind." + kind.name();
    int places = places(ENGLISH.getProperty(key));

    assertThat(places(CHINESE.getProperty(key))).isEqualTo(places);
    assertThat(told(kind, places)).isNotBlank();
    if (places > 0) {
      assertThatThrownBy(() -> told(kind, places - 1))
          .isInstanceOf(MissingFormatArgumentException.class);
    }
  }

  private static String told(RecordingFact.Kind kind, int values) {
    return kind.of(Collections.nCopies(values, 7).toArray()).toString();
  }

  private static int places(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static Properties texts(String bundle) {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources", bundle + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
