package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;

/**
 * A batch as it stands.
 *
 * @param endpoint the path that answers its lines
 * @param faults what is wrong with its input
 * @param callback the address that is told of changes
 */
public record Batch(
    BatchId id,
    BatchStatus status,
    Optional<String> endpoint,
    BatchFiles files,
    BatchCounts counts,
    BatchTimes times,
    List<BatchFault> faults,
    Optional<String> callback,
    Optional<String> traceId)
    implements WireAnswer {

  public Batch {
    faults = List.copyOf(faults);
  }

  /** Reads the answer to creating, querying or cancelling. */
  public static Batch read(Reply reply) {
    WireObject root = reply.judged("id");
    return read(root, reply.trace(root))
        .orElseThrow(() -> reply.unreadable("success without id or status"));
  }

  /** Empty without an id or a status. */
  static Optional<Batch> read(WireObject batch, Optional<String> traceId) {
    Optional<BatchStatus> status =
        batch.text("status").filter(text -> !text.isBlank()).map(BatchStatus::new);
    return BatchId.read(batch)
        .filter(id -> status.isPresent())
        .map(
            id ->
                new Batch(
                    id,
                    status.get(),
                    batch.text("endpoint"),
                    BatchFiles.read(batch),
                    BatchCounts.read(batch),
                    BatchTimes.read(batch),
                    BatchFault.readAll(batch),
                    batch.text("callback_url"),
                    traceId));
  }
}
