package dev.timbre.platform.error;

import java.util.List;

/** The input breaks a rule whatever the state; {@link #violations()} names the fields. */
public class Invalid extends BusinessException {

  private static final long serialVersionUID = 1L;

  public Invalid(String code, String message) {
    this(code, message, List.of());
  }

  public Invalid(String code, String message, List<Violation> violations) {
    super(code, message, violations);
  }
}
