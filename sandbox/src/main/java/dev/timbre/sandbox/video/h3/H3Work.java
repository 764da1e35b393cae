package dev.timbre.sandbox.video.h3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Task;
import java.time.Instant;

/**
 * What a task of the newer family remembers.
 *
 * @param end how it ended; null while it is under way
 * @param result the name of the film among the published media, or the prepared prompt
 * @param updatedAt when that was decided; null before
 * @param deleted whether its owner deleted it
 */
record H3Work(H3Order order, End end, String result, Instant updatedAt, boolean deleted) {

  /** How a task ends. */
  enum End {
    SUCCEEDED,
    FAILED,
    PROHIBITED,
    CANCELLED
  }

  static H3Work begun(H3Order order) {
    return new H3Work(order, null, null, null, false);
  }

  H3Work ended(End how, String itsResult, Instant now) {
    return new H3Work(order, how, itsResult, now, deleted);
  }

  H3Work asDeleted() {
    return new H3Work(order, end, result, updatedAt, true);
  }

  static H3Work of(Task task) {
    try {
      return Json.MAPPER.treeToValue(task.data(), H3Work.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("task " + task.id() + " is not of the newer family", e);
    }
  }

  JsonNode toJson() {
    return Json.MAPPER.valueToTree(this);
  }
}
