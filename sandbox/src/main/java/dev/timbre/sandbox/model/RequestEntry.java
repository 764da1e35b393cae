package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * One request as the provider saw it; never holds a key.
 *
 * @param account null when the caller was not recognised
 * @param statusCode of the envelope that the work ended with; null without one
 */
public record RequestEntry(
    Instant time,
    String method,
    String path,
    String account,
    Integer statusCode,
    String traceId,
    @JsonUnwrapped Details details) {

  /**
   * The rest of what is known about a request.
   *
   * @param voiceId the voice it was about, if that is known
   * @param fault id of the fault that befell it, or null
   * @param fate {@code answered}, {@code cutBefore}, {@code cutAfter} or {@code halfBody}
   */
  public record Details(String voiceId, String fault, String fate) {}
}
