package dev.timbre.sandbox.callback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One attempt to call a customer's server.
 *
 * @param time on the sandbox's clock
 * @param attempt from 1; more when an earlier one failed
 * @param status the HTTP status that came back; null when none did
 * @param fault why it did not arrive; null when it did
 */
public record SentCallback(
    Instant time, Kind kind, String url, JsonNode body, int attempt, Integer status, String fault) {

  /** What it was for. */
  public enum Kind {
    CHALLENGE,
    NEWS
  }

  /** Whether the other side took it. */
  public boolean arrived() {
    return fault == null;
  }
}
