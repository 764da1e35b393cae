package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditLog;
import dev.timbre.audit.entity.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Removes entries that are older than the policy, and notes in the log that they are gone. */
@ApplicationScoped
public class AuditRetirement {

  @Inject AuditLog log;
  @Inject AuditTrail trail;

  /**
   * @return the first position that is kept; empty when nothing is old enough
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<Long> retireSome() {
    Optional<Long> firstKept = log.retire();
    firstKept.ifPresent(
        kept -> trail.done(AuditAction.AUDIT_RETIRE, null, Change.to("firstKept", kept)));
    return firstKept;
  }
}
