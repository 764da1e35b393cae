package dev.timbre.provider.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.provider.entity.RateLimit;
import dev.timbre.provider.entity.RateLimits;
import dev.timbre.provider.entity.RateStanding;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the rates that the providers let through. */
@Stateless
@RolesAllowed({"auditor", "admin", "administration"})
public class RateRegister {

  @Inject RateLimits limits;
  @Inject ProviderAccounts accounts;
  @Inject RateGovernor governor;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** A limit and how it stands. */
  public record Rate(RateLimit limit, RateStanding standing) {}

  /**
   * Sets the limit of a model, or of all models that have none of their own; a learned one is
   * replaced by it.
   *
   * @param model {@value RateLimit#ANY_MODEL} for all others
   * @param requests per minute; null for no limit
   * @param characters per minute; null for no limit
   */
  @Audited(AuditAction.ACCOUNT_RATE)
  @RolesAllowed({"admin", "administration"})
  public Rate set(UUID accountId, String model, Integer requests, Integer characters) {
    accounts.getForChange(accountId);
    Optional<RateLimit> known = limits.find(accountId, model);
    if (known.isPresent()) {
      known.get().limitTo(requests, characters);
    } else {
      limits.add(new RateLimit(clock.instant(), accountId, model, requests, characters));
    }
    trail.done(
        AuditAction.ACCOUNT_RATE,
        accountId,
        Change.to("model", model),
        Change.to("requestsPerMinute", requests),
        Change.to("charactersPerMinute", characters));
    governor.forget();
    return rate(limits.get(accountId, model));
  }

  /** From now on nothing is held back under it; every node knows within seconds. */
  @Audited(AuditAction.ACCOUNT_RATE)
  @RolesAllowed({"admin", "administration"})
  public void lift(UUID accountId, String model) {
    limits.remove(limits.get(accountId, model));
    trail.done(AuditAction.ACCOUNT_RATE, accountId, Change.of("model", model, null));
    governor.forget();
  }

  public List<Rate> of(UUID accountId) {
    accounts.get(accountId);
    return limits.ofAccount(accountId).stream().map(this::rate).toList();
  }

  private Rate rate(RateLimit limit) {
    return new Rate(limit, limits.standingOf(limit));
  }
}
