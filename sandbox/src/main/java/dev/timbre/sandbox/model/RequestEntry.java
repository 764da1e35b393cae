package dev.timbre.sandbox.model;

import java.time.Instant;

/**
 * One request as the provider saw it; never holds a key.
 *
 * @param account null when the caller was not recognised
 * @param statusCode of the envelope that the work ended with; null without one
 * @param voiceId the voice it was about, if that is known
 * @param mishap what a fault did to it, or null
 */
public record RequestEntry(
    Instant time,
    Asked asked,
    String account,
    Integer statusCode,
    String traceId,
    String voiceId,
    Mishap mishap) {

  /** What was asked. */
  public record Asked(String method, String path) {}

  /** Which fault befell a request, and its kind. */
  public record Mishap(String fault, Fault.Kind kind) {}
}
