package dev.timbre.voice.control;

import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Writes down that an unused clone is surely gone, since the provider never says so by itself.
 * Several nodes may do it at once: the row's lock lets one of them.
 */
@Singleton
@PermitAll
public class LapsedClones {

  private static final ProviderFault DEADLINE_PASSED =
      new ProviderFault(
          "deadline-passed",
          "Nothing was spoken with the clone before its deadline, so the provider deleted it.",
          null,
          "Order a new clone of the same recording.");

  private static final int AT_ONCE = 100;

  @Inject Steps steps;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void markLapsed() {
    Instant now = clock.instant();
    steps.find(now).forEach(id -> steps.markUnlessUsed(id, now));
  }

  /** The transactions, one for each clone, so that none waits for another while it holds one. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Steps {

    @Inject Clones clones;
    @Inject CloneUse use;

    public List<UUID> find(Instant now) {
      return clones.surelyLapsed(now, AT_ONCE);
    }

    /** A bill or an answer that came late may have shown meanwhile that it is permanent. */
    public void markUnlessUsed(UUID cloneId, Instant now) {
      Clone clone = clones.getForChange(cloneId);
      if (clone.getState() == CloneState.PROVISIONAL && clone.hasSurelyLapsed(now)) {
        use.gone(cloneId, DEADLINE_PASSED);
      }
    }
  }
}
