package dev.timbre.consent.faces;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.audio.entity.RecordingRule;
import dev.timbre.platform.rest.Given;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** The words that the script of a talent's page may need; what it shows comes over REST. */
@Named("talentWords")
@ApplicationScoped
public class TalentWords {

  private static final List<String> CODES =
      List.of(
          "link-used",
          "link-expired",
          "link-revoked",
          "link-unknown",
          "link-missing",
          "link-uploads",
          "statement-silent",
          "statement-differs",
          "statement-not-recorded",
          "duration-too-short",
          "duration-too-long",
          "consent-withdrawn",
          "no-microphone",
          "undecodable",
          "offline");

  public Purpose[] getPurposes() {
    return Purpose.values();
  }

  public Channel[] getChannels() {
    return Channel.values();
  }

  /** As REST writes a constant. */
  public String wire(Enum<?> constant) {
    return Given.name(constant);
  }

  /**
   * What preflight may say of what was read aloud, where a talent is not told it in other words.
   */
  public List<RecordingRule> getRules() {
    return Stream.of(RecordingRule.values()).filter(rule -> !CODES.contains(rule.code())).toList();
  }

  /** What may go wrong, by its code. */
  public List<String> getCodes() {
    return CODES;
  }
}
