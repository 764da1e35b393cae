package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.error.StreamStalled;
import java.time.Duration;
import java.util.Optional;

/**
 * What a fault of a speech WebSocket means. It depends on how far the session is: before the first
 * text nothing can be charged, after it everything may be.
 *
 * @param said whether a text was said
 * @param progress whether audio or the end of a text has come
 * @param delivered bytes of audio handed over
 */
record SocketFailures(boolean said, boolean progress, long delivered, Optional<String> traceId) {

  private static final int SWITCHING_PROTOCOLS = 101;

  /** What is being done: opening, or speaking. */
  Operation operation() {
    return said ? Operation.SPEAK_BY_SOCKET : Operation.OPEN_SPEECH_SOCKET;
  }

  ProviderException cut(String reason, Exception cause) {
    return said
        ? new StreamCut(operation(), reason, delivered, traceId.orElse(null), cause)
        : new ProviderOutcomeUnknown(operation(), reason, cause);
  }

  ProviderException damaged(String reason) {
    return said
        ? new StreamDamaged(operation(), reason, delivered, traceId.orElse(null))
        : new ProviderAnswerUnreadable(
            operation(), SWITCHING_PROTOCOLS, reason, "", traceId.orElse(null));
  }

  ProviderException stalled(Duration waited) {
    return said
        ? new StreamStalled(operation(), waited, delivered, traceId.orElse(null))
        : new ProviderOutcomeUnknown(operation(), "time-out, no event for " + waited, null);
  }

  /** The code alone tells what a refusal means, unless something was already spoken. */
  ProviderException refused(ProviderRefused refusal) {
    return progress
        ? new StreamRefused(
            operation(),
            refusal.code().orElseThrow(),
            refusal.providerMessage(),
            delivered,
            refusal.traceId().orElse(null))
        : refusal;
  }
}
