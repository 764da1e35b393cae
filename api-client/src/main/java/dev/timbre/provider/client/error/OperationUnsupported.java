package dev.timbre.provider.client.error;

import java.util.List;

/** The account's dialect does not offer the operation; nothing was sent. */
public final class OperationUnsupported extends ProviderException {

  private static final long serialVersionUID = 1L;

  private final String dialect;
  private final List<String> offeredBy;

  /**
   * @param offeredBy names of the dialects that do offer it, in the order to be shown
   * @param detail what exactly is not offered, as a phrase; blank when it is the whole operation
   */
  public OperationUnsupported(
      Operation operation, String dialect, List<String> offeredBy, String detail) {
    super(
        operation,
        operation
            + " is not offered by the dialect "
            + dialect
            + (detail.isBlank() ? "" : " (" + detail + ")")
            + "; offered by "
            + (offeredBy.isEmpty() ? "none" : String.join(", ", offeredBy)),
        null,
        null);
    this.dialect = dialect;
    this.offeredBy = List.copyOf(offeredBy);
  }

  /** Name of the dialect that was asked. */
  public String dialect() {
    return dialect;
  }

  /** Names of the dialects that offer it. */
  public List<String> offeredBy() {
    return offeredBy;
  }

  @Override
  public boolean mayHaveBeenCarriedOut() {
    return false;
  }

  @Override
  public Retry retry() {
    return Retry.NEVER;
  }

  @Override
  public String remedy() {
    return offeredBy.isEmpty()
        ? "Do without it: no known dialect offers it."
        : "Use an account of the dialect " + String.join(" or ", offeredBy) + ".";
  }

  /** Knows no word of a provider. */
  @Override
  ProviderException masked(String secret) {
    return this;
  }
}
