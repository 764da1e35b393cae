package dev.timbre.consent.control;

import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentVersion;
import java.util.List;

/**
 * What a talent's link shows: either a question that is open, or a consent.
 *
 * @param capture null for a link to a consent
 * @param version of a consent, the one that counts now; null for a question
 * @param company as talents know it
 * @param longestSeconds how long a recording may be
 * @param brands names, the asking one first
 */
public record LinkView(
    ConsentCapture capture,
    ConsentVersion version,
    String company,
    long longestSeconds,
    List<String> brands) {

  public String talent() {
    return (capture == null ? consent().getTalent() : capture.getTalent()).getName();
  }

  /** Null for a question. */
  public Consent consent() {
    return version == null ? null : version.getConsent();
  }

  public ConsentScope scope() {
    return capture == null ? version.scope() : capture.scope();
  }
}
