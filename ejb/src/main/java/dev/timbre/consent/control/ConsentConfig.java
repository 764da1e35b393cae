package dev.timbre.consent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How links live, how long a statement may last, and when a talent's data go by themselves. */
@ApplicationScoped
class ConsentConfig {

  /** How long a talent has to answer. */
  @Inject
  @ConfigProperty(name = "timbre.consent.link-life", defaultValue = "P7D")
  Duration linkLife;

  /** Whose days a consent's first and last day are, whoever notes or reads them. */
  @Inject
  @ConfigProperty(name = "timbre.consent.zone", defaultValue = "UTC")
  ZoneId zone;

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

  /** A wrong setting is found when the server starts: browsers know regions, not mere offsets. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    if (!ZoneId.getAvailableZoneIds().contains(zone().getId())) {
      throw new IllegalStateException(
          "timbre.consent.zone is "
              + zone
              + ", which browsers do not know; name a region, such as Asia/Shanghai, or UTC.");
    }
  }

  Duration linkLife() {
    return linkLife;
  }

  ZoneId zone() {
    return zone;
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
