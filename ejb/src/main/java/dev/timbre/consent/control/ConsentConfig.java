package dev.timbre.consent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How links live, how long a statement may last, and when a talent's data go by themselves. */
@ApplicationScoped
class ConsentConfig {

  /** How long a talent has to answer. */
  @Inject
  @ConfigProperty(name = "timbre.consent.link-life", defaultValue = "P7D")
  Duration linkLife;

  @Inject
  @ConfigProperty(name = "timbre.consent.statement-min", defaultValue = "PT3S")
  Duration statementMin;

  @Inject
  @ConfigProperty(name = "timbre.consent.statement-max", defaultValue = "PT3M")
  Duration statementMax;

  /** After the last consent ended; absent to keep. */
  @Inject
  @ConfigProperty(name = "timbre.consent.retention")
  Optional<String> retention;

  /** Whether what was spoken with a talent's voice goes with their data. */
  @Inject
  @ConfigProperty(name = "timbre.consent.erase-speech-audio", defaultValue = "true")
  boolean eraseSpeechAudio;

  Duration linkLife() {
    return linkLife;
  }

  Duration statementMin() {
    return statementMin;
  }

  Duration statementMax() {
    return statementMax;
  }

  boolean erasesSpeechAudio() {
    return eraseSpeechAudio;
  }

  Optional<Period> retention() {
    return retention.map(Period::parse);
  }
}
