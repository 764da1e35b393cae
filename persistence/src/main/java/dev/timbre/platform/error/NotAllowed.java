package dev.timbre.platform.error;

import java.util.List;

/** The caller is known and may not do this. */
public class NotAllowed extends BusinessException {

  private static final long serialVersionUID = 1L;

  public NotAllowed(String code, String message) {
    this(code, message, List.of());
  }

  public NotAllowed(String code, String message, List<Violation> violations) {
    super(code, message, violations);
  }
}
