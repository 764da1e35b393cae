package dev.timbre.provider.client.error;

/**
 * A whole answer arrived, but not one of the contract: HTML from a gateway, plain text, JSON
 * without what the operation must return.
 */
public final class ProviderAnswerUnreadable extends ProviderException {

  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final String reason;
  private final String extract;

  /**
   * @param reason what was missing or wrong
   * @param extract the first characters of the body, already cleaned
   * @param traceId may be null
   */
  public ProviderAnswerUnreadable(
      Operation operation, int httpStatus, String reason, String extract, String traceId) {
    super(
        operation,
        operation + " got HTTP " + httpStatus + ", " + reason + ": \"" + extract + "\"",
        traceId,
        null);
    this.httpStatus = httpStatus;
    this.reason = reason;
    this.extract = extract;
  }

  /** The HTTP status; not an {@link ErrorCode}. */
  public int httpStatus() {
    return httpStatus;
  }

  /** What was missing or wrong. */
  public String reason() {
    return reason;
  }

  /** The first characters of the body without control characters and secrets. */
  public String extract() {
    return extract;
  }

  @Override
  public boolean mayHaveBeenCarriedOut() {
    return operation().changes() && !refusedAtTheDoor();
  }

  /** A redirect or a 4xx means that nobody took the request on; 408 alone leaves that open. */
  private boolean refusedAtTheDoor() {
    return httpStatus >= 300 && httpStatus < 500 && httpStatus != 408;
  }

  @Override
  public Retry retry() {
    if (httpStatus == 429) {
      return Retry.LATER;
    }
    return refusedAtTheDoor() || operation().charged() ? Retry.NEVER : Retry.SOON;
  }

  @Override
  public String remedy() {
    if (httpStatus == 401 || httpStatus == 403) {
      return "Check the API key and how the dialect carries it in the Authorization header.";
    }
    if (httpStatus == 402) {
      return "Top up the account's balance.";
    }
    if (httpStatus == 413) {
      return "Send less: the provider's gateway takes no body of that size.";
    }
    if (httpStatus == 429) {
      return "Wait, then send fewer requests at once.";
    }
    if (refusedAtTheDoor()) {
      return "Check that the base URL leads to the provider's API and that the key fits it.";
    }
    return mayHaveBeenCarriedOut() && operation().charged()
        ? "Do not repeat it blindly: see at the provider whether it was done and charged."
        : "Wait; the provider's gateway is disturbed.";
  }

  @Override
  ProviderException masked(String secret) {
    String masked = Masked.text(extract, secret);
    return new ProviderAnswerUnreadable(
        operation(), httpStatus, reason, masked, traceIdWithout(secret));
  }
}
