package dev.timbre.provider.client.callback;

import dev.timbre.provider.client.Batches;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.batch.Batch;
import dev.timbre.provider.client.wire.batch.BatchId;
import dev.timbre.provider.client.wire.batch.BatchStatus;

/** News of a batch. */
public record BatchNotification(BatchId batch, BatchStatus status) implements Notification {

  @Override
  public String orderId() {
    return batch.value();
  }

  /**
   * Asks the provider what is true.
   *
   * @throws ProviderException when the question fails
   */
  public Batch confirm(Batches batches) {
    return batches.query(batch);
  }
}
