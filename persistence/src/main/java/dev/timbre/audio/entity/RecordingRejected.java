package dev.timbre.audio.entity;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.util.List;

/**
 * An upload broke a rule of {@link RecordingRule}; its one violation says which and by how much.
 */
public final class RecordingRejected extends Invalid {

  private static final long serialVersionUID = 1L;

  private final RecordingRule rule;
  private final RecordingFact found;
  private final RecordingFact allowed;

  /**
   * Refuses an upload.
   *
   * @param rule the rule it broke
   * @param found the value or measure found; null where there is none
   * @param allowed what the rule allows
   * @param finding one English sentence that states both; the rule's remedy is added to it
   */
  public RecordingRejected(
      RecordingRule rule, RecordingFact found, RecordingFact allowed, String finding) {
    super(rule.code(), sentence(rule, finding), violations(rule, found, allowed, finding));
    this.rule = rule;
    this.found = found;
    this.allowed = allowed;
  }

  private static List<Violation> violations(
      RecordingRule rule, RecordingFact found, RecordingFact allowed, String finding) {
    return List.of(
        new Violation(
            rule.field(),
            rule.code(),
            found == null ? "" : found.toString(),
            allowed.toString(),
            sentence(rule, finding)));
  }

  private static String sentence(RecordingRule rule, String finding) {
    return finding + " " + rule.remedy();
  }

  public RecordingRule rule() {
    return rule;
  }

  /** What the upload is or has; null where the rule is about no single value. */
  public RecordingFact found() {
    return found;
  }

  /** What the rule allows in its place. */
  public RecordingFact allowed() {
    return allowed;
  }
}
