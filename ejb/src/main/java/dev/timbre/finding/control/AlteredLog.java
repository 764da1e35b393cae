package dev.timbre.finding.control;

import dev.timbre.audit.control.LogAltered;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.entity.FindingKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Puts an altered log before people. It is found out in a transaction that signs nothing and rolls
 * back, so the finding has one of its own; and it is never settled by itself, because a log that is
 * whole again was still altered.
 */
@ApplicationScoped
public class AlteredLog {

  @Inject FindingRegister findings;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void raise(@Observes LogAltered news) {
    findings.raise(
        FindingKind.LOG_ALTERED,
        null,
        UUID.nameUUIDFromBytes(("log/" + news.origin()).getBytes(StandardCharsets.UTF_8)),
        Change.to("log", news.origin()),
        Change.to("signed", news.signed()),
        Change.to("stored", news.stored()));
  }
}
