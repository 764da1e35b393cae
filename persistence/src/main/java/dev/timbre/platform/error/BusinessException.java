package dev.timbre.platform.error;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule of the business said no. Rolls the transaction back and crosses EJB borders unwrapped.
 *
 * <p>The message is written for people: it names the rule, the value, the limit and the remedy, and
 * holds neither secrets nor personal data.
 */
@ApplicationException(rollback = true)
public abstract class BusinessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Violation> violations;
  private transient List<Object> values = List.of();

  protected BusinessException(String code, String message, List<Violation> violations) {
    super(Objects.requireNonNull(message, "message"));
    this.code = Objects.requireNonNull(code, "code");
    this.violations = List.copyOf(violations);
  }

  /** Stable, kebab-case name of the rule; callers may branch on it. */
  public String code() {
    return code;
  }

  /** The fields that broke a rule; empty when the failure is not about fields. */
  public List<Violation> violations() {
    return violations == null ? List.of() : violations;
  }

  /**
   * Names what the message speaks of, so that the rule can be told in other languages too.
   *
   * @param named in the order in which the message has them
   * @return this, to be thrown
   */
  public final BusinessException about(Object... named) {
    values = Collections.unmodifiableList(Arrays.asList(named.clone()));
    return this;
  }

  /** What the message speaks of, in its order; empty when nobody said. */
  public List<Object> values() {
    return values == null ? List.of() : values;
  }

  /** Further members of the problem that callers get, by name; values are plain JSON types. */
  public Map<String, Object> details() {
    return Map.of();
  }
}
