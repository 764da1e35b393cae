package dev.timbre.platform.entity;

import static dev.timbre.platform.entity.OperationState.FAILED;
import static dev.timbre.platform.entity.OperationState.QUEUED;
import static dev.timbre.platform.entity.OperationState.RUNNING;
import static dev.timbre.platform.entity.OperationState.SUCCEEDED;
import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.platform.error.Conflict;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {

  private static final Duration LEASE = Duration.ofMinutes(5);

  /** Every verb, allowed until the work is over, and the state it leads to. */
  private enum Verb {
    LEASE(operation -> operation.lease(LATER, OperationTest.LEASE), RUNNING),
    POSTPONE(operation -> operation.postpone(LATER, "busy"), QUEUED),
    SUCCEED(operation -> operation.succeed(LATER, "done"), SUCCEEDED),
    FAIL(operation -> operation.fail(LATER, "no"), FAILED);

    private final Consumer<Operation> act;
    private final OperationState end;

    Verb(Consumer<Operation> act, OperationState end) {
      this.act = act;
      this.end = end;
    }
  }

  private static Stream<Arguments> everyVerbInEveryState() {
    return Arrays.stream(Verb.values())
        .flatMap(
            verb -> Arrays.stream(OperationState.values()).map(state -> arguments(verb, state)));
  }

  @ParameterizedTest
  @MethodSource("everyVerbInEveryState")
  void verb_moves_unfinished_work_and_is_refused_once_it_is_over(Verb verb, OperationState state) {
    Operation operation = in(state);

    if (state.isOver()) {
      assertThatThrownBy(() -> verb.act.accept(operation)).isInstanceOf(Conflict.class);
      assertThat(operation.getState()).isEqualTo(state);
      assertThat(operation.getFinishedAt()).isEqualTo(NOW);
    } else {
      verb.act.accept(operation);
      assertThat(operation.getState()).isEqualTo(verb.end);
      assertThat(operation.getFinishedAt()).isEqualTo(verb.end.isOver() ? LATER : null);
    }
  }

  @Test
  void lease_counts_the_attempt_and_ends_after_its_length() {
    Operation operation = in(QUEUED);
    assertThat(operation.getDueAt()).isEqualTo(NOW);
    operation.lease(NOW, LEASE);
    operation.lease(LATER, LEASE);

    assertThat(operation.getAttempts()).isEqualTo(2);
    assertThat(operation.getDueAt()).isEqualTo(LATER.plus(LEASE));
  }

  @Test
  void postponed_work_is_due_later_for_a_reason() {
    Operation operation = in(RUNNING);

    operation.postpone(LATER, "busy");

    assertThat(operation.getDueAt()).isEqualTo(LATER);
    assertThat(operation.getDetail()).isEqualTo("busy");
  }

  @Test
  void long_detail_is_cut_to_a_thousand_characters() {
    Operation operation = in(RUNNING);

    operation.fail(LATER, "x".repeat(1001));

    assertThat(operation.getDetail()).isEqualTo("x".repeat(1000));
  }

  private static Operation in(OperationState state) {
    Operation operation = new Operation("clone", UUID.randomUUID(), NOW);
    switch (state) {
      case QUEUED -> {}
      case RUNNING -> operation.lease(NOW, LEASE);
      case SUCCEEDED -> operation.succeed(NOW, null);
      case FAILED -> operation.fail(NOW, null);
    }
    return operation;
  }
}
