package dev.timbre.speech.control;

import dev.timbre.platform.control.Measure;
import dev.timbre.speech.entity.Speeches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How speeches go; all that there ever were would take long to count. */
@ApplicationScoped
class SpeechesOfTheHour implements Measure {

  @Inject Speeches speeches;
  @Inject Clock clock;

  @Override
  public String name() {
    return "timbre_speeches_last_hour";
  }

  @Override
  public String help() {
    return "Speeches that began within the last hour.";
  }

  @Override
  public String label() {
    return "state";
  }

  @Override
  public Map<String, Number> read() {
    Map<String, Number> counts = new TreeMap<>();
    speeches
        .countSince(clock.instant().minus(Duration.ofHours(1)))
        .forEach((state, count) -> counts.put(state.name().toLowerCase(Locale.ROOT), count));
    return counts;
  }
}
