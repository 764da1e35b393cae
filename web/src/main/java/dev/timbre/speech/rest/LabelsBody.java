package dev.timbre.speech.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.speech.entity.Labels;
import java.util.List;
import java.util.UUID;

/**
 * What says of a speech that it is synthetic.
 *
 * @param audible whether the provider put a mark into it that can be heard
 * @param metadata the label inside the file: none, wanted, written, not_carried or failed
 * @param policies those that asked for it
 */
public record LabelsBody(boolean audible, String metadata, List<UUID> policies) {

  static LabelsBody of(Labels labels) {
    return new LabelsBody(
        labels.audible(),
        Given.name(labels.metadata()),
        labels.policyIds().stream().sorted().toList());
  }
}
