package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.WireObject;
import java.time.Instant;
import java.util.Optional;

/**
 * When a batch changed; empty for what has not happened.
 *
 * @param expires when the provider gives up: 24 h after {@code created}
 */
public record BatchTimes(
    Optional<Instant> created,
    Optional<Instant> inProgress,
    Optional<Instant> expires,
    Optional<Instant> finalizing,
    Optional<Instant> completed,
    Optional<Instant> failed,
    Optional<Instant> expired,
    Optional<Instant> cancelling,
    Optional<Instant> cancelled) {

  static BatchTimes read(WireObject batch) {
    return new BatchTimes(
        batch.instant("created_at"),
        batch.instant("in_progress_at"),
        batch.instant("expires_at"),
        batch.instant("finalizing_at"),
        batch.instant("completed_at"),
        batch.instant("failed_at"),
        batch.instant("expired_at"),
        batch.instant("cancelling_at"),
        batch.instant("cancelled_at"));
  }
}
