package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.batch.BatchFile.Line;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A batch that is being answered, as far as it got. Kept in memory: a restart begins it anew. */
final class BatchRun implements AutoCloseable {
  private final BatchFile.Reader lines;
  private final BatchResults results;
  private final Map<String, Used> used = new TreeMap<>();

  BatchRun(World world, BatchFile file) throws IOException {
    lines = file.open();
    results = new BatchResults(world);
  }

  /** What the lines that one model answered add up to. */
  record Used(long prompt, long completion) {
    Used plus(JsonNode usage) {
      return new Used(
          prompt + usage.get("prompt_tokens").longValue(),
          completion + usage.get("completion_tokens").longValue());
    }
  }

  Optional<Line> next() throws IOException {
    return lines.next();
  }

  BatchResults results() {
    return results;
  }

  void count(String model, JsonNode usage) {
    used.put(model, used.getOrDefault(model, new Used(0, 0)).plus(usage));
  }

  Map<String, Used> used() {
    return used;
  }

  @Override
  public void close() throws IOException {
    lines.close();
    results.close();
  }
}
