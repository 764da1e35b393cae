package dev.timbre.speech.control.drift;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.entity.DriftPolicy;
import dev.timbre.speech.entity.Drifts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Keeps the brands' policies on how often their voices are checked. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
public class DriftPolicies {

  @Inject Drifts drifts;
  @Inject Brands brands;
  @Inject Access access;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** The brand's policy; the usual one, which checks nothing, while nobody has chosen. */
  public DriftPolicy policy(UUID brandId) {
    requireVisible(brandId);
    return drifts.findPolicy(brandId).orElseGet(() -> new DriftPolicy(clock.instant(), brandId));
  }

  /**
   * Chooses how often. It spends money on every live voice of the brand that has no plan of its
   * own, so it takes an approver.
   *
   * @param version of the policy the caller has seen; null when it does not matter to them
   */
  @Audited(AuditAction.BRAND_DRIFT_SET)
  @RolesAllowed("approver")
  public DriftPolicy choose(UUID brandId, Long version, DriftPolicy.Choice choice) {
    requireVisible(brandId);
    access.requireBrand(brandId, Role.APPROVER);
    DriftPolicy policy =
        VersionCheck.of(drifts.getPolicyForChange(brandId, clock.instant()), version);
    DriftPolicy.Choice before = policy.choice();
    policy.choose(choice);
    drifts.follow(policy, clock.instant());
    trail.done(
        AuditAction.BRAND_DRIFT_SET,
        brandId,
        Change.of("active", before.active(), choice.active()),
        Change.of("everyDays", before.everyDays(), choice.everyDays()));
    return policy;
  }

  private void requireVisible(UUID brandId) {
    brands.get(brandId);
    if (!access.maySee(brandId)) {
      throw new NotFound("brand-not-found", "There is no brand " + brandId + ".");
    }
  }
}
