package dev.timbre.provider.client.error;

import java.util.Objects;

/**
 * A file that a provider's answer points to was not fetched, or is of no use. Nothing is charged by
 * that.
 */
public final class DownloadFailed extends ProviderException {

  private static final long serialVersionUID = 1L;

  /** Why it was not fetched. */
  public enum Reason {
    /** The address breaks a rule: host not allowed, not https, private network. */
    BLOCKED,
    /** The signed address is no longer valid: HTTP 403, 404 or 410. */
    EXPIRED,
    /** More bytes than allowed. */
    TOO_LARGE,
    /** Any other HTTP answer, or redirected too often. */
    REFUSED,
    /** The network failed or the time was up. */
    INTERRUPTED,
    /** It was fetched whole, and is not what the contract says: cut off, hostile, or empty. */
    DAMAGED
  }

  private final Reason reason;
  private final String host;
  private final String detail;

  /**
   * @param host the host asked, never the whole address: its query is a signature
   * @param detail the rule, the value and the limit
   * @param cause may be null
   */
  public DownloadFailed(Reason reason, String host, String detail, Throwable cause) {
    super(Operation.DOWNLOAD, "Download from " + host + " failed: " + detail, null, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.host = Objects.requireNonNull(host, "host");
    this.detail = detail;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The host that was asked or blocked. */
  public String host() {
    return host;
  }

  @Override
  public boolean mayHaveBeenCarriedOut() {
    return false;
  }

  @Override
  public Retry retry() {
    return switch (reason) {
      case BLOCKED, EXPIRED, TOO_LARGE -> Retry.NEVER;
      case REFUSED, DAMAGED -> Retry.LATER;
      case INTERRUPTED -> Retry.SOON;
    };
  }

  @Override
  public String remedy() {
    return switch (reason) {
      case BLOCKED -> "If the host is the provider's, add it to the allowed download hosts.";
      case EXPIRED -> "The address has expired; the file cannot be fetched any more.";
      case TOO_LARGE -> "Raise the size limit if files of this size are expected.";
      case DAMAGED -> "Fetch it once more; if it stays damaged, ask the provider's support.";
      case REFUSED, INTERRUPTED -> "Try again before the address expires.";
    };
  }

  @Override
  ProviderException masked(String secret) {
    return new DownloadFailed(
        reason,
        Masked.text(host, secret),
        Masked.text(detail, secret),
        Masked.cause(getCause(), secret));
  }
}
