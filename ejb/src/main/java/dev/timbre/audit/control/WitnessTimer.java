package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditCheckpoint;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells witnesses of the newest checkpoint. One that cannot be reached misses those in between,
 * which the next one covers.
 */
@Singleton
@Startup
@PermitAll
public class WitnessTimer {

  private static final System.Logger LOG = System.getLogger(WitnessTimer.class.getName());

  @Inject WitnessConfig config;
  @Inject WitnessJournal journal;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void tell() {
    config.witnesses().forEach(this::tell);
  }

  private void tell(Witness witness) {
    try {
      Optional<AuditCheckpoint> news = journal.claim(witness.name(), config.retry);
      if (news.isPresent()) {
        witness.keeping().keep(news.get().getNote());
        journal.told(witness.name(), news.get());
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The witness {0} was not told of the log: {1}",
          witness.name(),
          e.toString());
    }
  }
}
