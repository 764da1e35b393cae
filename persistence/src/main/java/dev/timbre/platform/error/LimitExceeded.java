package dev.timbre.platform.error;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A budget, quota or rate is used up. */
public class LimitExceeded extends BusinessException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public LimitExceeded(String code, String message, Duration retryAfter) {
    super(code, message, List.of());
    this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
  }

  /** How long to wait before the same request may succeed; whole seconds matter. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
