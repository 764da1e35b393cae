package dev.timbre.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actor, action and change. */
class AuditValuesTest {

  private static final UUID ID = UUID.fromString("01970000-0000-7000-8000-00000000abcd");

  static Stream<Actor> actors() {
    return Stream.of(Actor.person(ID), Actor.client(ID), Actor.SYSTEM, Actor.ANONYMOUS);
  }

  @ParameterizedTest
  @MethodSource("actors")
  void actor_written_as_text_is_read_back(Actor actor) {
    assertThat(Actor.parse(actor.toString())).isEqualTo(actor);
  }

  @Test
  void actor_is_written_with_kind_and_id() {
    assertThat(Actor.person(ID)).hasToString("person:" + ID);
    assertThat(Actor.client(ID)).hasToString("client:" + ID);
    assertThat(Actor.SYSTEM).hasToString("system");
    assertThat(actors().filter(Actor::isPerson)).containsExactly(Actor.person(ID));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "person",
        "person:",
        "person:anna",
        "SYSTEM",
        " system",
        "robot:",
        "client:1;drop",
        "system:01970000-0000-7000-8000-00000000abcd",
        "admin:01970000-0000-7000-8000-00000000abcd",
        "Person:01970000-0000-7000-8000-00000000abcd"
      })
  void text_that_names_no_actor_is_nobody_known(String text) {
    assertThat(Actor.parse(text)).isEqualTo(Actor.ANONYMOUS);
  }

  @ParameterizedTest
  @EnumSource(AuditAction.class)
  void action_code_is_a_subject_a_dot_and_a_verb(AuditAction action) {
    assertThat(action.code()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*");
    assertThat(action.code()).startsWith(action.subjectType() + ".");
  }

  @Test
  void action_codes_are_unique() {
    assertThat(Arrays.stream(AuditAction.values()).map(AuditAction::code))
        .doesNotHaveDuplicates()
        .contains("voice.approve", "session.sign-in", "speech.speak");
  }

  @Test
  void changes_that_changed_nothing_are_left_out() {
    assertThat(Change.toJson(List.of(Change.of("a", 1, 2), Change.of("b", "x", "x"))))
        .isEqualTo("[{\"field\":\"a\",\"before\":\"1\",\"after\":\"2\"}]");
    assertThat(Change.toJson(List.of(Change.of("b", "x", "x"), Change.of("c", null, null))))
        .isNull();
    assertThat(Change.toJson(List.of())).isNull();
  }

  @Test
  void change_values_are_escaped_and_missing_ones_are_null() {
    assertThat(Change.toJson(List.of(Change.to("a", "q\"\\"), Change.of("b", "x", null))))
        .isEqualTo(
            "[{\"field\":\"a\",\"before\":null,\"after\":\"q\\\"\\\\\"},"
                + "{\"field\":\"b\",\"before\":\"x\",\"after\":null}]");
  }
}
