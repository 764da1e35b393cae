package dev.timbre.platform.error;

import java.util.List;

/** The request is sound, but the present state of its subject does not allow it. */
public class Conflict extends BusinessException {

  private static final long serialVersionUID = 1L;

  public Conflict(String code, String message) {
    this(code, message, List.of());
  }

  public Conflict(String code, String message, List<Violation> violations) {
    super(code, message, violations);
  }
}
