package dev.timbre.platform.control;

import dev.timbre.platform.entity.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What this node is doing just now; it keeps its leases for as long as that takes. */
@ApplicationScoped
class RunningWork {

  /** Whatever takes longer hangs, and is given back as the work of a crashed node is. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Map<UUID, Run> runs = new ConcurrentHashMap<>();

  private volatile Instant renewedAt = Instant.MIN;

  @Inject OperationQueue queue;
  @Inject Clock clock;

  private record Run(Operation leased, Instant begun) {}

  void begun(Operation leased) {
    runs.put(leased.getId(), new Run(leased, clock.instant()));
  }

  void ended(Operation leased) {
    // unless the work came back to this node in the meantime
    runs.computeIfPresent(leased.getId(), (id, run) -> run.leased() == leased ? null : run);
  }

  /** Renews the leases when that is due; to be called every second or so. */
  void renew() {
    Instant now = clock.instant();
    if (now.isBefore(renewedAt.plus(queue.renewal())) && !now.isBefore(renewedAt)) {
      return;
    }
    List<Operation> going =
        runs.values().stream()
            .filter(run -> run.begun().plus(LONGEST).isAfter(now))
            .map(Run::leased)
            .toList();
    if (!going.isEmpty()) {
      queue.renew(going);
    }
    renewedAt = now;
  }
}
