package dev.timbre.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  void text_is_trimmed() {
    assertThat(Texts.required("name", "  Anna 音色\u2003", 10)).isEqualTo("Anna 音色");
    assertThat(Texts.optional("name", "\tAnna\n", 10)).isEqualTo("Anna");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void missing_text_is_refused_where_required_and_null_where_optional(String text) {
    assertBreaks("required", () -> Texts.required("name", text, 10));
    assertThat(Texts.optional("name", text, 10)).isNull();
  }

  @Test
  void length_counts_code_points_after_trimming() {
    assertThat(Texts.required("name", " " + EMOJI.repeat(10) + " ", 10))
        .isEqualTo(EMOJI.repeat(10));
    assertThatThrownBy(() -> Texts.required("name", EMOJI.repeat(11), 10))
        .isInstanceOf(Invalid.class)
        .hasMessage("name has 11 characters; at most 10 are allowed.");
    assertBreaks("too-long", () -> Texts.optional("name", "x".repeat(11), 10));
  }

  @Test
  void lines_are_ended_by_single_line_feeds() {
    assertThat(Texts.required("reason", "one\r\ntwo\n\tthree", 20)).isEqualTo("one\ntwo\n\tthree");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000b", "a\u001Bb", "a\rb", "a\u007Fb", "a\u0085b", "a\uD83Db", "\uDE00"})
  void control_characters_and_half_characters_are_refused(String text) {
    assertBreaks("control-character", () -> Texts.required("name", text, 10));
    assertBreaks("control-character", () -> Texts.optional("name", text, 10));
  }

  private static void assertBreaks(String rule, Runnable check) {
    assertThatThrownBy(check::run)
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.code()).isEqualTo("field-" + rule);
              assertThat(e.violations())
                  .singleElement()
                  .satisfies(
                      violation -> {
                        assertThat(violation.field()).isEqualTo("name");
                        assertThat(violation.rule()).isEqualTo(rule);
                      });
            });
  }
}
