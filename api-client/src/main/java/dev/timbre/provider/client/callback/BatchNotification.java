package dev.timbre.provider.client.callback;

/**
 * News of a batch. Confirm it by querying the batch.
 *
 * @param batchId such as {@code batch_00af}
 * @param status in lower case, such as {@code in_progress} or {@code completed}
 */
public record BatchNotification(String batchId, String status) implements Notification {

  @Override
  public String orderId() {
    return batchId;
  }
}
