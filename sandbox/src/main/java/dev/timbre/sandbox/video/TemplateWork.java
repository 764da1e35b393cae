package dev.timbre.sandbox.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Task;

/**
 * What a template's task remembers.
 *
 * @param film its name among the published media; null until there is one
 */
record TemplateWork(FilmOrder order, String film, boolean failed) {

  static TemplateWork of(Task task) {
    try {
      return Json.MAPPER.treeToValue(task.data(), TemplateWork.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("task " + task.id() + " is not of a template", e);
    }
  }

  JsonNode toJson() {
    return Json.MAPPER.valueToTree(this);
  }
}
