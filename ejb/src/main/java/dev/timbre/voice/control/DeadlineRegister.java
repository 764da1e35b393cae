package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.DeadlinePolicy;
import dev.timbre.voice.entity.Deadlines;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Keeps the brands' policies for unused clones, and shows the activation ledger. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
public class DeadlineRegister {

  @Inject Deadlines deadlines;
  @Inject Brands brands;
  @Inject Access access;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** The brand's policy; the usual one while nobody has chosen. */
  public DeadlinePolicy policy(UUID brandId) {
    requireVisible(brandId);
    return deadlines
        .findPolicy(brandId)
        .orElseGet(() -> new DeadlinePolicy(clock.instant(), brandId));
  }

  /**
   * Chooses a policy. {@code ACTIVATE} spends money by itself, so it takes an approver.
   *
   * @param version of the policy the caller has seen; null when it does not matter to them
   */
  @Audited(AuditAction.BRAND_DEADLINES_SET)
  @RolesAllowed("approver")
  public DeadlinePolicy choose(UUID brandId, Long version, DeadlinePolicy.Choice choice) {
    requireVisible(brandId);
    access.requireBrand(brandId, Role.APPROVER);
    DeadlinePolicy policy =
        VersionCheck.of(deadlines.getPolicyForChange(brandId, clock.instant()), version);
    DeadlinePolicy.Choice before = policy.choice();
    policy.choose(choice);
    trail.done(
        AuditAction.BRAND_DEADLINES_SET,
        brandId,
        Change.of("action", before.action(), policy.getAction()),
        Change.of("remindHours", before.remindHours(), policy.getRemindHours()),
        Change.of("activateHours", before.activateHours(), policy.getActivateHours()));
    return policy;
  }

  /** What was decided about clones at their deadlines, newest first. */
  public Page<CloneDecision> ledger(UUID brandId, PageRequest request) {
    return deadlines.page(access.visibleBrands().orElse(null), brandId, request);
  }

  private void requireVisible(UUID brandId) {
    brands.get(brandId);
    if (!access.maySee(brandId)) {
      throw new NotFound("brand-not-found", "There is no brand " + brandId + ".");
    }
  }
}
