package dev.timbre.platform.error;

import java.util.List;

/** What was named does not exist, or the caller may not know that it does. */
public class NotFound extends BusinessException {

  private static final long serialVersionUID = 1L;

  public NotFound(String code, String message) {
    this(code, message, List.of());
  }

  public NotFound(String code, String message, List<Violation> violations) {
    super(code, message, violations);
  }
}
