package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.platform.error.Invalid;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryValuesTest {

  @QueryParam("after")
  UUID after;

  @QueryParam("limit")
  int limit;

  @QueryParam("q")
  String text;

  @PathParam("id")
  UUID id;

  @Test
  void rightValues_areRead() throws Exception {
    UUID value = UUID.randomUUID();

    assertThat(converter("after").fromString(value.toString())).isEqualTo(value);
    assertThat(converter("limit").fromString("7")).isEqualTo(7);
    assertThat(converter("after").fromString(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz", "", "00000000-0000-0000-0000-00000000000g"})
  void wrongUuid_isRefusedByName(String text) throws Exception {
    assertRefused("after", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "1.5", "99999999999"})
  void wrongNumber_isRefusedByName(String text) throws Exception {
    assertRefused("limit", text);
  }

  @Test
  void paths_areLeftToOthers() throws Exception {
    assertThat(converter("id")).isNull();
  }

  @Test
  void text_isTakenAsItIs() throws Exception {
    assertThat(converter("text").fromString(" 音 色 ")).isEqualTo(" 音 色 ");
    assertThat(converter("text").fromString("")).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\nb", "\u009f"})
  void textWithControlCharacters_isRefused(String text) throws Exception {
    assertThat(
            catchThrowableOfType(Invalid.class, () -> converter("text").fromString(text))
                .violations())
        .extracting("field")
        .containsExactly("q");
  }

  private static void assertRefused(String field, String text) throws Exception {
    ParamConverter<?> converter = converter(field);

    Invalid refusal = catchThrowableOfType(Invalid.class, () -> converter.fromString(text));

    assertThat(refusal.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo(field);
              assertThat(violation.value()).isEqualTo(text);
            });
  }

  private static ParamConverter<?> converter(String field) throws NoSuchFieldException {
    Class<?> type = QueryValuesTest.class.getDeclaredField(field).getType();
    Annotation[] annotations = QueryValuesTest.class.getDeclaredField(field).getAnnotations();
    return new QueryValues().getConverter(type, type, annotations);
  }
}
