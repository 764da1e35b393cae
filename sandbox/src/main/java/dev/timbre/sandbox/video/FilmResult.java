package dev.timbre.sandbox.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Task;

/**
 * What a task of the older families remembers.
 *
 * @param fileId of the film; null until there is one
 * @param failure the code the task failed with, 0 for none in particular; null unless it failed
 */
record FilmResult(FilmOrder order, Long fileId, Integer failure) {

  static FilmResult of(Task task) {
    try {
      return Json.MAPPER.treeToValue(task.data(), FilmResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("task " + task.id() + " is not of a film", e);
    }
  }

  JsonNode toJson() {
    return Json.MAPPER.valueToTree(this);
  }
}
