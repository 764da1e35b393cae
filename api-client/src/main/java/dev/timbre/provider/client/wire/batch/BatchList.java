package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;

/**
 * One page of batches.
 *
 * @param hasMore whether the provider says that pages follow; most say nothing
 */
public record BatchList(List<Batch> batches, Optional<Boolean> hasMore, Optional<String> traceId)
    implements WireAnswer {

  public BatchList {
    batches = List.copyOf(batches);
  }

  /** Leaves out what is no batch. */
  public static BatchList read(Reply reply) {
    WireObject root = reply.judged("data");
    Optional<String> traceId = reply.trace(root);
    List<Batch> batches =
        root.objects("data").stream()
            .flatMap(batch -> Batch.read(batch, traceId).stream())
            .toList();
    return new BatchList(batches, root.flag("has_more"), traceId);
  }

  /**
   * Where the next page begins: after the last batch of this one. Empty when there is no next page;
   * where the provider does not say, only an empty page proves that.
   */
  public Optional<BatchId> next() {
    return batches.isEmpty() || hasMore.filter(more -> !more).isPresent()
        ? Optional.empty()
        : Optional.of(batches.get(batches.size() - 1).id());
  }
}
