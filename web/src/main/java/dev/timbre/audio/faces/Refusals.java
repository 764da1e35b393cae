package dev.timbre.audio.faces;

import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.platform.faces.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Says in the reader's words why preflight refused an upload. */
@Named("refusals")
@RequestScoped
public class Refusals {

  @Inject Words words;

  /** What was found or is allowed; empty for nothing. */
  public String say(RecordingFact fact) {
    return fact == null
        ? ""
        : words.fill("RecordingFact.Kind." + fact.kind().name(), fact.values().toArray());
  }

  /** The rule, what was found, what is allowed and what to do, in one line. */
  public String say(RecordingRejected rejected) {
    String allowed =
        rejected.found() == null
            ? ""
            : words.fill(
                "recordings.rejected.measured", say(rejected.found()), say(rejected.allowed()));
    return words.fill(
        "recordings.rejected.line",
        words.of(rejected.rule()),
        allowed,
        words.remedy(rejected.rule()));
  }
}
