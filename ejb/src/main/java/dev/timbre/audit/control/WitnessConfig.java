package dev.timbre.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who keeps checkpoints outside of the database. */
@ApplicationScoped
public class WitnessConfig {

  /** Checkpoints are appended to it. */
  @Inject
  @ConfigProperty(name = "timbre.audit.witness.file")
  Optional<Path> file;

  /** Checkpoints are posted to it. */
  @Inject
  @ConfigProperty(name = "timbre.audit.witness.url")
  Optional<URI> url;

  /** Until a witness that did not take a checkpoint is told again, of the newest one then. */
  @Inject
  @ConfigProperty(name = "timbre.audit.witness.retry", defaultValue = "PT30S")
  Duration retry;

  List<Witness> witnesses() {
    List<Witness> witnesses = new ArrayList<>();
    file.map(Witness::atFile).ifPresent(witnesses::add);
    url.map(Witness::atUrl).ifPresent(witnesses::add);
    return witnesses;
  }
}
