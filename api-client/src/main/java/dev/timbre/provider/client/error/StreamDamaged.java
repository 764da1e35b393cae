package dev.timbre.provider.client.error;

/** What arrived in a stream is not of the contract, or is more than it can be. */
public final class StreamDamaged extends StreamFailed {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason as a phrase, without the content itself
   * @param delivered bytes of content handed over before
   * @param traceId may be null
   */
  public StreamDamaged(Operation operation, String reason, long delivered, String traceId) {
    super(operation, "is damaged (" + reason + ")", delivered, traceId, null);
    this.reason = reason;
  }

  @Override
  public String remedy() {
    return "Do not repeat it blindly: what was produced is probably charged."
        + " Give the trace id to the provider's support.";
  }

  @Override
  ProviderException masked(String secret) {
    return new StreamDamaged(
        operation(), Masked.text(reason, secret), delivered(), traceIdWithout(secret));
  }
}
