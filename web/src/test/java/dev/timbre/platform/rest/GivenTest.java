package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {

  private enum Mood {
    CALM,
    VERY_LOUD
  }

  @ParameterizedTest
  @ValueSource(strings = {"very_loud", "VERY_LOUD", "very-loud", " very_loud "})
  void constant_isReadHoweverItIsWritten(String text) {
    assertThat(Given.constant("mood", text, Mood.class)).isEqualTo(Mood.VERY_LOUD);
  }

  @Test
  void unknownConstant_namesFieldValueAndChoices() {
    Violation violation = violation(() -> Given.constant("mood", "sad", Mood.class));

    assertThat(violation)
        .isEqualTo(
            new Violation(
                "mood",
                "unknown",
                "sad",
                "calm, very_loud",
                "mood is 'sad'; use one of calm, very_loud."));
  }

  @Test
  void absentValues_stayAbsent() {
    assertThat(Given.constant("mood", null, Mood.class)).isNull();
    assertThat(Given.constants("moods", null, Mood.class)).isEmpty();
    assertThat(Given.instant("from", null)).isNull();
    assertThat(Given.instant("from", " ")).isNull();
    assertThat(Given.name(null)).isNull();
  }

  @Test
  void constants_areReadOneByOne() {
    assertThat(Given.constants("moods", Set.of("calm", "very-loud"), Mood.class))
        .containsExactlyInAnyOrder(Mood.CALM, Mood.VERY_LOUD);
    assertThat(violation(() -> Given.constants("moods", Set.of("sad"), Mood.class)).field())
        .isEqualTo("moods");
  }

  @Test
  void name_isWhatConstantReads() {
    assertThat(Given.name(Mood.VERY_LOUD)).isEqualTo("very_loud");
  }

  @Test
  void instant_isRfc3339() {
    assertThat(Given.instant("from", "2026-01-31T12:00:00Z"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(Given.instant("from", "2026-01-31T13:00:00+01:00"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-01-31", "2026-01-31T12:00:00", "2026-02-30T12:00:00Z"})
  void instantOfAnotherForm_isRefusedByName(String text) {
    Violation violation = violation(() -> Given.instant("from", text));

    assertThat(violation.field()).isEqualTo("from");
    assertThat(violation.value()).isEqualTo(text);
  }

  @Test
  void missingValue_isRefusedByName() {
    assertThat(Given.required("name", "x")).isEqualTo("x");
    assertThat(violation(() -> Given.required("name", null)).field()).isEqualTo("name");
    assertThat(violation(() -> Given.body(null)).rule()).isEqualTo("required");
  }

  private static Violation violation(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Invalid.class, call).violations().get(0);
  }
}
