package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.World;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The two files a batch ends in: answers, and refusals. Written line by line. */
final class BatchResults implements AutoCloseable {
  private static final String PURPOSE = "batch_output";

  private final Path outputPath;
  private final Path errorPath;
  private final BufferedWriter output;
  private final BufferedWriter errors;
  private int completed;
  private int failed;

  BatchResults(World world) throws IOException {
    outputPath = Files.createTempFile(world.incoming(), "batch", ".output");
    errorPath = Files.createTempFile(world.incoming(), "batch", ".errors");
    output = Files.newBufferedWriter(outputPath, StandardCharsets.UTF_8);
    errors = Files.newBufferedWriter(errorPath, StandardCharsets.UTF_8);
  }

  void add(String customId, String requestId, ObjectNode body) {
    ObjectNode line = line(customId, requestId, body).putNull("error");
    write(output, line);
    completed++;
  }

  void add(String customId, String requestId, Refusal refusal) {
    ObjectNode body = Answer.putBaseResp(Call.object(), refusal.code(), refusal.getMessage());
    ObjectNode line = line(customId, requestId, body);
    line.putObject("error")
        .put("code", Integer.toString(refusal.code()))
        .put("message", refusal.getMessage());
    write(errors, line);
    failed++;
  }

  private static ObjectNode line(String customId, String requestId, ObjectNode body) {
    String id = "batch_req_" + UUID.randomUUID().toString().replace("-", "");
    ObjectNode line = Call.object().put("id", id).put("custom_id", customId);
    line.putObject("response")
        .put("status_code", 200)
        .put("request_id", requestId)
        .set("body", body);
    return line;
  }

  private static void write(BufferedWriter out, ObjectNode line) {
    try {
      out.write(line.toString());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far it got of so many. */
  Batch.Counts counts(int total) {
    return new Batch.Counts(total, completed, failed);
  }

  /** The file of answers, still to be committed; empty without any. */
  Optional<StoredFile> answers(FileShelf shelf, Task batch) throws IOException {
    output.close();
    return completed == 0
        ? Optional.empty()
        : Optional.of(prepare(shelf, batch, "_output.jsonl", outputPath));
  }

  /** The file of refusals, still to be committed; empty without any. */
  Optional<StoredFile> refusals(FileShelf shelf, Task batch) throws IOException {
    errors.close();
    return failed == 0
        ? Optional.empty()
        : Optional.of(prepare(shelf, batch, "_error.jsonl", errorPath));
  }

  private static StoredFile prepare(FileShelf shelf, Task batch, String ending, Path file)
      throws IOException {
    return shelf.prepare(batch.account(), PURPOSE, batch.id() + ending, file);
  }

  /** Leaves nothing behind but what was put on the shelf. */
  @Override
  public void close() throws IOException {
    output.close();
    errors.close();
    Files.deleteIfExists(outputPath);
    Files.deleteIfExists(errorPath);
  }
}
