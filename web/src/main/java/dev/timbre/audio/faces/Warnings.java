package dev.timbre.audio.faces;

import dev.timbre.audio.entity.QualityWarning;
import dev.timbre.platform.faces.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** Says in plain words what preflight warns of. */
@Named("warnings")
@RequestScoped
public class Warnings {

  /** Kinds whose values are shares of a whole. */
  private static final Set<QualityWarning.Kind> SHARES =
      Set.of(
          QualityWarning.Kind.CLIPPED,
          QualityWarning.Kind.MOSTLY_SILENT,
          QualityWarning.Kind.MAINS_HUM);

  @Inject Words words;

  public String say(QualityWarning warning) {
    String key = "QualityWarning.Kind." + warning.kind().name();
    return words.find(key).isEmpty()
        ? warning.message()
        : words.fill(
            key,
            value(warning.kind(), warning.measured()),
            value(warning.kind(), Double.valueOf(warning.limit())));
  }

  private String value(QualityWarning.Kind kind, Double value) {
    if (value != null && SHARES.contains(kind)) {
      return words.percent(value);
    }
    String number = words.number(value, 2);
    return kind.unit().isEmpty() ? number : number + " " + kind.unit();
  }
}
