package dev.timbre.platform.error;

import java.util.List;

/** Something that Timbre needs is not there just now; trying again later is right. */
public class Unavailable extends BusinessException {

  private static final long serialVersionUID = 1L;

  public Unavailable(String code, String message) {
    this(code, message, List.of());
  }

  public Unavailable(String code, String message, List<Violation> violations) {
    super(code, message, violations);
  }
}
