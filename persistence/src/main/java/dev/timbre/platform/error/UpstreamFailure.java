package dev.timbre.platform.error;

import java.util.List;
import java.util.Map;

/** Something outside Timbre did not do what it was asked; the details say what it answered. */
public class UpstreamFailure extends BusinessException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> details;

  /**
   * @param details what the outside answered, as plain JSON types
   */
  public UpstreamFailure(String code, String message, Map<String, Object> details) {
    super(code, message, List.of());
    this.details = Map.copyOf(details);
  }

  @Override
  public Map<String, Object> details() {
    return details == null ? Map.of() : details;
  }
}
