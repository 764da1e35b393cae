package dev.timbre.platform.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperationsTest {

  private static final Duration LEASE = Duration.ofMinutes(5);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void due_work_is_leased_in_the_order_it_became_due() {
    Operation second = added(NOW.minusSeconds(10));
    Operation first = added(NOW.minusSeconds(20));
    added(NOW.plusSeconds(1));

    assertThat(lease(NOW)).contains(first);
    assertThat(lease(NOW)).contains(second);
    assertThat(lease(NOW)).isEmpty();
  }

  @Test
  void lease_is_committed_with_state_attempt_and_end() {
    Operation operation = added(NOW);
    lease(NOW);

    Operation read = get(operation);

    assertThat(read.getState()).isEqualTo(OperationState.RUNNING);
    assertThat(read.getAttempts()).isEqualTo(1);
    assertThat(read.getDueAt()).isEqualTo(NOW.plus(LEASE));
  }

  @Test
  void lease_that_is_renewed_lasts_and_the_run_can_still_finish() {
    Operation operation = added(NOW);
    Operation leased = lease(NOW).orElseThrow();
    Instant later = NOW.plus(LEASE);

    database.run(
        work -> {
          Operation finishing = work.operations().get(operation.getId());
          renew(leased.getId(), leased.getAttempts(), later.plus(LEASE));
          assertThat(lease(later.plusSeconds(1))).isEmpty();
          finishing.succeed(later, "Done.");
        });

    assertThat(get(operation).getState()).isEqualTo(OperationState.SUCCEEDED);
  }

  @Test
  void run_that_lost_its_work_renews_nothing() {
    Operation operation = added(NOW);
    Operation first = lease(NOW).orElseThrow();
    Instant later = NOW.plus(LEASE).plusSeconds(1);
    Operation second = lease(later).orElseThrow();

    renew(first.getId(), first.getAttempts(), later.plus(LEASE.multipliedBy(9)));

    assertThat(get(operation).getDueAt()).isEqualTo(second.getDueAt());
    database.run(work -> work.operations().get(operation.getId()).fail(later, "Not done."));
    renew(second.getId(), second.getAttempts(), later.plus(LEASE.multipliedBy(9)));
    assertThat(lease(later.plus(LEASE.multipliedBy(10)))).isEmpty();
  }

  private void renew(UUID id, int attempts, Instant until) {
    database.run(work -> work.operations().renewLease(id, attempts, until));
  }

  @Test
  void workers_that_race_never_lease_the_same_work() {
    int pieces = 40;
    IntStream.range(0, pieces).forEach(i -> added(NOW));

    List<UUID> leased =
        Callers.together(
                8,
                number -> {
                  List<UUID> mine = new ArrayList<>();
                  Optional<Operation> next = lease(NOW);
                  while (next.isPresent()) {
                    mine.add(next.get().getId());
                    next = lease(NOW);
                  }
                  return mine;
                })
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(leased).hasSize(pieces).doesNotHaveDuplicates();
  }

  @Test
  void work_that_another_transaction_is_leasing_is_passed_over() {
    Operation first = added(NOW.minusSeconds(2));
    Operation second = added(NOW.minusSeconds(1));

    database.run(
        work -> {
          assertThat(work.operations().leaseDue(NOW, LEASE)).contains(first);

          assertThat(lease(NOW)).contains(second);
        });
  }

  @Test
  void lease_that_ran_out_is_taken_again() {
    Operation operation = added(NOW);
    lease(NOW);

    assertThat(lease(NOW.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(lease(NOW.plus(LEASE))).contains(operation);
    assertThat(get(operation).getAttempts()).isEqualTo(2);
  }

  @Test
  void worker_that_lost_its_lease_cannot_end_the_work() {
    Operation operation = added(NOW);

    assertThatThrownBy(
            () ->
                database.run(
                    slow -> {
                      Operation mine = slow.operations().get(operation.getId());
                      lease(NOW);
                      mine.succeed(NOW, "done twice");
                    }))
        .isInstanceOf(RollbackException.class)
        .hasCauseInstanceOf(OptimisticLockException.class);
    assertThat(get(operation).getState()).isEqualTo(OperationState.RUNNING);
  }

  @Test
  void ended_work_is_never_leased() {
    Operation succeeded = new Operation("clone", UUID.randomUUID(), NOW);
    succeeded.succeed(NOW, null);
    Operation failed = new Operation("clone", UUID.randomUUID(), NOW);
    failed.fail(NOW, "no");
    database.saved(succeeded);
    database.saved(failed);

    assertThat(lease(NOW.plus(Duration.ofDays(365)))).isEmpty();
  }

  @Test
  void latest_work_of_a_kind_on_a_subject_is_found() {
    UUID subject = UUID.randomUUID();
    database.saved(new Operation("clone", subject, NOW));
    Operation latest = database.saved(new Operation("clone", subject, NOW));
    database.saved(new Operation("preview", subject, NOW));

    database.run(
        work -> {
          assertThat(work.operations().findLatest("clone", subject)).contains(latest);
          assertThat(work.operations().findLatest("clone", UUID.randomUUID())).isEmpty();
        });
  }

  @Test
  void unknown_work_is_not_found() {
    UUID unknown = UUID.randomUUID();

    database.run(
        work ->
            assertThatThrownBy(() -> work.operations().get(unknown))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining(unknown.toString()));
  }

  private Operation added(Instant due) {
    return database.saved(new Operation("clone", UUID.randomUUID(), due));
  }

  private Optional<Operation> lease(Instant now) {
    return database.inTransaction(work -> work.operations().leaseDue(now, LEASE));
  }

  private Operation get(Operation operation) {
    return database.inTransaction(work -> work.operations().get(operation.getId()));
  }
}
