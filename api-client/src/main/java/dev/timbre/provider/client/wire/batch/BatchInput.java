package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes the lines of a batch to a stream as they are added, to be uploaded as a {@code .jsonl}
 * file with purpose {@code batch}. Keeps only the ids. Neither flushes nor closes the stream. Not
 * for several threads.
 */
public final class BatchInput {

  /** Lines of one batch. */
  public static final int MOST_LINES = 50_000;

  /** Bytes of one batch: 100 MB. */
  public static final long MOST_BYTES = 100L * 1024 * 1024;

  private final OutputStream out;
  private final Set<String> customIds = new HashSet<>();
  private long bytes;

  private BatchInput(OutputStream out) {
    this.out = out;
  }

  /** An input whose lines go to {@code out}. */
  public static BatchInput to(OutputStream out) {
    return new BatchInput(out);
  }

  /**
   * Adds a line.
   *
   * @param customId comes back with the line's answer; unlike any other in the batch
   * @throws InvalidRequest for a blank or repeated id, a request in the form of OpenAI, or more
   *     lines or bytes than a batch may have; nothing was written then
   * @throws IOException when the stream fails
   */
  public BatchInput add(String customId, ChatRequest request) throws IOException {
    Check.notBlank("custom_id", customId);
    if (request.endpoint() != ChatEndpoint.NATIVE) {
      throw new InvalidRequest("url", request.endpoint().path(), ChatEndpoint.NATIVE.path());
    }
    if (customIds.size() == MOST_LINES) {
      throw new InvalidRequest("file", MOST_LINES + 1 + " lines", "at most " + MOST_LINES);
    }
    if (customIds.contains(customId)) {
      throw new InvalidRequest("custom_id", "used before", "another for each line");
    }
    byte[] line = JsonText.bytes(line(customId, request));
    if (bytes + line.length + 1 > MOST_BYTES) {
      throw new InvalidRequest(
          "file", bytes + line.length + 1 + " bytes", "at most " + MOST_BYTES + " bytes");
    }
    out.write(line);
    out.write('\n');
    bytes += line.length + 1L;
    customIds.add(customId);
    return this;
  }

  private static JsonObject line(String customId, ChatRequest request) {
    return new Fields()
        .text("custom_id", customId)
        .text("method", "POST")
        .text("url", request.endpoint().path())
        .nested("body", request.toJson())
        .toJson();
  }

  /** Lines written so far. */
  public int lines() {
    return customIds.size();
  }

  /** Bytes written so far. */
  public long bytes() {
    return bytes;
  }
}
