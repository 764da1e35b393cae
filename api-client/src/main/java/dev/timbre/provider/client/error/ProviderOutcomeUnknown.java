package dev.timbre.provider.client.error;

/**
 * The request may have been sent, and the answer did not arrive whole: read time-out, cut
 * connection, half a body.
 */
public final class ProviderOutcomeUnknown extends ProviderException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public ProviderOutcomeUnknown(Operation operation, String reason, Throwable cause) {
    super(operation, operation + " ended without an answer: " + reason, null, cause);
    this.reason = reason;
  }

  @Override
  public boolean mayHaveBeenCarriedOut() {
    return operation().changes();
  }

  @Override
  public Retry retry() {
    return operation().charged() ? Retry.NEVER : Retry.SOON;
  }

  @Override
  public String remedy() {
    return operation().charged()
        ? "Do not repeat it blindly: see at the provider whether it was done and charged."
        : "Try again; if it lasts, check the network and the read time-out.";
  }

  @Override
  ProviderException masked(String secret) {
    return new ProviderOutcomeUnknown(
        operation(), Masked.text(reason, secret), Masked.cause(getCause(), secret));
  }
}
