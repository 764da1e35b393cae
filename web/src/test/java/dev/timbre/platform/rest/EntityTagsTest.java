package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @ParameterizedTest
  @CsvSource({
    "'\"3\"', 3",
    "'W/\"3\"', 3",
    "' \"0\" ', 0",
    "'\"999999999999999999\"', 999999999999999999"
  })
  void tag_isTheVersion(String ifMatch, long version) {
    assertThat(EntityTags.optional(ifMatch)).isEqualTo(version);
    assertThat(EntityTags.required(ifMatch)).isEqualTo(version);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void missingTag_isRefusedOnlyWhereItIsRequired(String ifMatch) {
    assertThat(EntityTags.optional(ifMatch)).isNull();
    assertThatThrownBy(() -> EntityTags.required(ifMatch)).isInstanceOf(PreconditionRequired.class);
  }

  @Test
  void star_standsForAnyVersion() {
    assertThat(EntityTags.required("*")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "\"\"", "\"x\"", "\"-1\"", "\"1\", \"2\"", "\"9999999999999999999\""})
  void tagOfAnotherForm_isRefused(String ifMatch) {
    assertThatThrownBy(() -> EntityTags.optional(ifMatch))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("If-Match");
  }
}
