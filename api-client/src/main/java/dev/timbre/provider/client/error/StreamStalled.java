package dev.timbre.provider.client.error;

import java.time.Duration;

/** No event came for too long, though the line may still stand. */
public final class StreamStalled extends StreamFailed {

  private static final long serialVersionUID = 1L;

  private final Duration waited;

  /**
   * @param waited how long was waited for the next event
   * @param delivered bytes of content handed over before
   * @param traceId may be null
   */
  public StreamStalled(Operation operation, Duration waited, long delivered, String traceId) {
    super(operation, "stalled (time-out, no event for " + waited + ")", delivered, traceId, null);
    this.waited = waited;
  }

  @Override
  public String remedy() {
    return "Do not repeat it blindly: what was produced is probably charged."
        + " If it lasts, raise the time-out or give the trace id to the provider's support.";
  }

  @Override
  ProviderException masked(String secret) {
    return new StreamStalled(operation(), waited, delivered(), traceIdWithout(secret));
  }
}
