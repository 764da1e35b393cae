package dev.timbre.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Work that the provider accepted and finishes later.
 *
 * @param id unique in the whole sandbox
 * @param kind whose work it is, e.g. {@code "batch"}
 * @param dueAt when it can be finished
 * @param data what its family wants to remember of it
 * @param settled whether its end is decided: done, failed or cancelled, as the data says
 */
public record Task(
    String id,
    String account,
    String kind,
    Instant createdAt,
    Instant dueAt,
    JsonNode data,
    boolean settled)
    implements Fact {

  /** The same with other data, still under way. */
  public Task with(JsonNode changed) {
    return new Task(id, account, kind, createdAt, dueAt, changed, settled);
  }

  /** The same at its end. */
  public Task settledWith(JsonNode changed) {
    return new Task(id, account, kind, createdAt, dueAt, changed, true);
  }

  /** Whether its end can be decided at that moment and is not yet. */
  boolean isDueAt(Instant now) {
    return !settled && !now.isBefore(dueAt);
  }
}
