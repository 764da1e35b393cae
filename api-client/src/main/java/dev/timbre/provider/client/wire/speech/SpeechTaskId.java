package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;

/**
 * A provider's id of an ordered synthesis. Opaque: a number or a string on the wire, digits kept
 * exactly.
 */
public record SpeechTaskId(String value) {

  /**
   * @throws InvalidRequest when blank
   */
  public SpeechTaskId {
    Check.notBlank("task_id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
