package dev.timbre.speech.control;

import dev.timbre.platform.control.OutcomeKeeping;
import dev.timbre.provider.control.ProviderConfig;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.Speeches;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds speeches whose server died between intent and outcome. Whether the provider spoke and
 * charged, nobody can tell, so they end UNKNOWN with their money held. Several nodes may do it at
 * once: the row's lock lets one of them.
 */
@Singleton
@PermitAll
public class AbandonedSpeeches {

  private static final ProviderFault SERVER_DIED =
      new ProviderFault(
          "outcome-lost",
          "The server that asked the provider stopped before it wrote down what came of it.",
          null,
          "Compare with the provider's bill.");

  @Inject Speeches speeches;
  @Inject SpeechOutcomes outcomes;
  @Inject ProviderConfig provider;
  @Inject Clock clock;

  /**
   * What a living server may need besides the longest synthesis: its repeats, and keeping audio and
   * outcome, for each of which it may try as long as {@link OutcomeKeeping} does.
   */
  @Inject
  @ConfigProperty(name = "timbre.speech.abandoned-after", defaultValue = "PT2M15S")
  Duration slack;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void markUnknown() {
    Instant since = clock.instant().minus(provider.longestSpeaking()).minus(slack);
    speeches.abandonedBefore(since).stream()
        .map(Speech::getId)
        .forEach(id -> outcomes.lost(id, SERVER_DIED));
  }
}
