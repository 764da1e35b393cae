package dev.timbre.provider.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.provider.entity.RateLimit;
import dev.timbre.provider.entity.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The transactions of the governor, each of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RateBuckets {

  @Inject RateLimits limits;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  public List<RateLimit> inForce() {
    return limits.inForce();
  }

  /** Zero when a call may go out; else how long until it might. */
  public Duration take(RateLimit limit, long characters) {
    return limits.take(limit, characters);
  }

  /**
   * @param limit the one that the call went out under
   */
  public void throttle(RateLimit limit, ProviderFault complaint) {
    if (limits.throttle(limit)) {
      trail.ended(
          AuditAction.ACCOUNT_THROTTLE,
          limit.getAccountId(),
          AuditOutcome.DONE,
          complaint.code(),
          complaint.traceId(),
          Change.to("model", limit.getModel()),
          Change.to("percent", limits.standingOf(limit).percent()));
    }
  }

  /** A limit for a model that has none, whichever node is the first to need it. */
  public RateLimit learned(UUID accountId, String model, int requests) {
    limits.addOnce(RateLimit.learned(clock.instant(), accountId, model, requests));
    return limits.get(accountId, model);
  }
}
