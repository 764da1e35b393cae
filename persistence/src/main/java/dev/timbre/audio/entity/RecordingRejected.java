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

  /**
   * Refuses an upload.
   *
   * @param rule the rule it broke
   * @param found the value or measure found, with its unit; may be empty
   * @param allowed what the rule allows, with its unit
   * @param finding one English sentence that states both; the rule's remedy is added to it
   */
  public RecordingRejected(RecordingRule rule, String found, String allowed, String finding) {
    this(rule, new Violation(rule.field(), rule.code(), found, allowed, sentence(rule, finding)));
  }

  private RecordingRejected(RecordingRule rule, Violation violation) {
    super(rule.code(), violation.message(), List.of(violation));
    this.rule = rule;
  }

  private static String sentence(RecordingRule rule, String finding) {
    return finding + " " + rule.remedy();
  }

  public RecordingRule rule() {
    return rule;
  }
}
