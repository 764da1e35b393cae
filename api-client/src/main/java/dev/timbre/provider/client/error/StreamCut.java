package dev.timbre.provider.client.error;

/** A stream ended without its last event: the line was cut, or this side closed it. */
public final class StreamCut extends StreamFailed {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason as a phrase
   * @param delivered bytes of content handed over before
   * @param traceId may be null
   * @param cause may be null
   */
  public StreamCut(
      Operation operation, String reason, long delivered, String traceId, Throwable cause) {
    super(operation, "was cut (" + reason + ")", delivered, traceId, cause);
    this.reason = reason;
  }

  @Override
  public String remedy() {
    return "Do not repeat it blindly: what was produced is probably charged."
        + " Check the network between here and the provider.";
  }

  @Override
  ProviderException masked(String secret) {
    return new StreamCut(
        operation(),
        Masked.text(reason, secret),
        delivered(),
        traceIdWithout(secret),
        Masked.cause(getCause(), secret));
  }
}
