package dev.timbre.provider.client;

import dev.timbre.provider.client.api.BatchesApi;
import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.batch.Batch;
import dev.timbre.provider.client.wire.batch.BatchId;
import dev.timbre.provider.client.wire.batch.BatchList;
import dev.timbre.provider.client.wire.batch.BatchOutput;
import dev.timbre.provider.client.wire.batch.BatchOutputLine;
import dev.timbre.provider.client.wire.batch.BatchRequest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Batches of conversations, at half the price and answered within 24 h: write the lines with {@code
 * BatchInput}, upload the file with purpose {@code batch}, create the batch, wait, and read its
 * output and its errors.
 */
public final class Batches {

  private final Calls calls;
  private final FileShelf files;

  Batches(Calls calls, FileShelf files) {
    this.calls = calls;
    this.files = files;
  }

  /** Orders the answers. Each line is charged. */
  public Batch create(BatchRequest request) {
    return calls.perform(Operation.CREATE_BATCH, () -> api().create(request));
  }

  /** Asks how far a batch is. */
  public Batch query(BatchId id) {
    return calls.perform(Operation.QUERY_BATCH, () -> api().query(id.value()));
  }

  /**
   * Asks until a batch is over or the time is up, and yields the last answer: look at its status. A
   * question that fails is asked again when it may be.
   *
   * @throws ProviderException when a question fails for good, or the last one before the time is up
   * @throws InterruptedException when the thread is interrupted between two questions
   */
  public Batch await(BatchId id, PollPace pace) throws InterruptedException {
    return Polling.await(() -> query(id), batch -> batch.status().isLast(), pace);
  }

  /** Stops a batch; what was answered before is kept, and charged. */
  public Batch cancel(BatchId id) {
    return calls.perform(Operation.CANCEL_BATCH, () -> api().cancel(id.value()));
  }

  /**
   * Lists batches, the latest first, page by page.
   *
   * @param limit how many a page may have: 1 to 100
   * @param after where the page before says that the next begins; empty for the first page
   * @throws InvalidRequest for a limit out of range
   */
  public BatchList list(int limit, Optional<BatchId> after) {
    Check.range("limit", OptionalInt.of(limit), 1, 100);
    return calls.perform(
        Operation.LIST_BATCHES, () -> api().list(limit, after.map(BatchId::value).orElse(null)));
  }

  /**
   * Reads the output or the errors of a batch while they arrive; lines that are damaged are among
   * what is handed over, and so is all that came before a failure.
   *
   * @param each gets the lines, in the file's order, which is not that of the input
   * @return number of bytes
   * @throws DownloadFailed when the file has more than {@code maxBytes}
   */
  public long read(FileId file, long maxBytes, Consumer<BatchOutputLine> each) {
    BatchOutput output = new BatchOutput(BatchOutput.LONGEST_LINE, each);
    long bytes = files.copyContent(file, output, maxBytes);
    output.close();
    return bytes;
  }

  private BatchesApi api() {
    return calls.clients().get(BatchesApi.class, calls.timeouts().read());
  }
}
