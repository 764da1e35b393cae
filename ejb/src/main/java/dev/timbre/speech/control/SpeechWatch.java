package dev.timbre.speech.control;

import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.Speeches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Whether a speech under way may go on; asked of the database, so that every node knows at once.
 */
@ApplicationScoped
class SpeechWatch {

  /** The database did not say. */
  static final String UNCERTAIN = "speech-not-verifiable";

  private static final System.Logger LOG = System.getLogger(SpeechWatch.class.getName());

  @Inject Speeches speeches;
  @Inject Clock clock;

  /** Code of what forbids it. Without an answer it may not, since silence harms nobody. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Optional<String> stopped(Speech speech) {
    try {
      return speeches.stopped(speech.getGrounds(), clock.instant());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A speech under way cannot be watched: {0}", e);
      return Optional.of(UNCERTAIN);
    }
  }
}
