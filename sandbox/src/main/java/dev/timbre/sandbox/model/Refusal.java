package dev.timbre.sandbox.model;

import java.util.OptionalInt;

/** The provider says no: becomes an envelope with this code and message under HTTP 200. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final int status;

  /** Refuses with a code of the provider, which need not be one of {@link Code}. */
  public Refusal(int code, String message) {
    this(code, message, 0);
  }

  private Refusal(int code, String message, int status) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
  }

  /** The same with an HTTP status of its own, where refusals have one. */
  public Refusal withStatus(int httpStatus) {
    return new Refusal(code, getMessage(), httpStatus);
  }

  /** The HTTP status, where refusals have one and it is not that of the code. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** The number for {@code base_resp.status_code}. */
  public int code() {
    return code;
  }
}
