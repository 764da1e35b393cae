package dev.timbre.provider.client.error;

/**
 * The request surely never reached the provider: unknown host, refused connection, connect
 * time-out, failed TLS handshake, or no free connection of our own.
 */
public final class ProviderUnreachable extends ProviderException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public ProviderUnreachable(Operation operation, String reason, Throwable cause) {
    super(operation, operation + " was not sent: " + reason, null, cause);
    this.reason = reason;
  }

  @Override
  public boolean mayHaveBeenCarriedOut() {
    return false;
  }

  @Override
  public Retry retry() {
    return Retry.SOON;
  }

  @Override
  public String remedy() {
    return "Check the base URL, the network and the proxy between here and the provider.";
  }

  @Override
  ProviderException masked(String secret) {
    return new ProviderUnreachable(
        operation(), Masked.text(reason, secret), Masked.cause(getCause(), secret));
  }
}
