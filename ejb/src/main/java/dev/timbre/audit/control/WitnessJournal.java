package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.entity.AuditCheckpoints;
import dev.timbre.audit.entity.AuditWitnesses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What witnesses are to be told and have been told; the telling itself stands between. */
@ApplicationScoped
public class WitnessJournal {

  @Inject AuditCheckpoints checkpoints;
  @Inject AuditWitnesses witnesses;
  @Inject Clock clock;

  /**
   * @param pause how long nobody else tries
   * @return the newest checkpoint, if the witness does not know it and nobody else is at it
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<AuditCheckpoint> claim(String witness, Duration pause) {
    Instant now = clock.instant();
    return checkpoints
        .findLatest()
        .filter(latest -> witnesses.claim(witness, latest.getSize(), now, now.plus(pause)));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void told(String witness, AuditCheckpoint checkpoint) {
    witnesses.told(witness, checkpoint.getSize(), clock.instant());
  }
}
