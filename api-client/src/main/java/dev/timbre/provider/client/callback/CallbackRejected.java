package dev.timbre.provider.client.callback;

/** What arrived at a callback address is nothing that the provider would have sent there. */
public final class CallbackRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, with the HTTP status to answer. */
  public enum Reason {
    TOO_LARGE(413),
    NOT_JSON(400),
    BAD_CHALLENGE(400),
    UNKNOWN_SHAPE(400),
    /** Nobody ordered it, or the order is not recorded yet: its answer may still be under way. */
    UNKNOWN_ORDER(404);

    private final int httpStatus;

    Reason(int httpStatus) {
      this.httpStatus = httpStatus;
    }

    /** The status to answer with, without a body. */
    public int httpStatus() {
      return httpStatus;
    }
  }

  private final Reason reason;

  /**
   * @param detail what exactly, without any text of the sender
   */
  CallbackRejected(Reason reason, String detail) {
    super("Callback rejected, " + reason + ": " + detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
