package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Territory;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.entity.LabellingPolicies;
import dev.timbre.speech.entity.LabellingPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the policies of how synthetic speech must say that it is synthetic. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin"})
public class LabellingRegister {

  @Inject LabellingPolicies policies;
  @Inject BrandRegister brands;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * Adds policies, which from their first day on count instead of the earlier ones for the same
   * brand and territory. Those that ask for nothing end them.
   *
   * @param reaches one, or the countries of a group; all have one moment of decision
   * @return what was decided, or what an earlier request with the same key decided, by territory
   * @throws dev.timbre.platform.error.NotAllowed for somebody who does not administer the brand, or
   *     not all of them where no brand is named
   */
  @Audited(AuditAction.LABELLING_DECIDE)
  @RolesAllowed("admin")
  public List<LabellingPolicy> decide(
      List<LabellingPolicy.Reach> reaches, LabellingPolicy.Demand demand, String note) {
    reaches.forEach(reach -> requireAdministration(reach.brandId()));
    Instant now = clock.instant();
    UUID first =
        idempotency.once(
            () -> reaches.stream().map(r -> write(now, r, demand, note)).toList().get(0));
    return policies.decidedWith(first);
  }

  private void requireAdministration(UUID brandId) {
    access.requireBrand(brandId, Role.ADMIN);
    if (brandId != null) {
      brands.get(brandId);
    }
  }

  private UUID write(
      Instant now, LabellingPolicy.Reach reach, LabellingPolicy.Demand demand, String note) {
    LabellingPolicy policy = new LabellingPolicy(now, access.actor(), reach, demand, note);
    policies.add(policy);
    trail.done(
        AuditAction.LABELLING_DECIDE,
        policy.getId(),
        Change.to("brand", reach.brandId()),
        Change.to("territory", reach.territory()),
        Change.to("audible", demand.audible()),
        Change.to("metadata", demand.metadata()),
        Change.to("unlabelled", demand.unlabelled()),
        Change.to("validFrom", reach.from()),
        Change.to("validUntil", reach.until()));
    return policy.getId();
  }

  /**
   * @throws NotFound when there is none, or the caller may not see it
   */
  public LabellingPolicy get(UUID id) {
    LabellingPolicy policy = policies.get(id);
    if (!access.maySee(policy.getBrandId())) {
      throw new NotFound("labelling-policy-not-found", "There is no labelling policy " + id + ".");
    }
    return policy;
  }

  /**
   * Past and future ones too, the newest first.
   *
   * @param territory a group such as EU for those of its countries; null for all
   */
  public Page<LabellingPolicy> page(String territory, PageRequest request) {
    Set<String> territories = territory == null ? null : Territory.named(territory);
    return policies.page(access.visibleBrands().orElse(null), territories, request);
  }

  /** Those that count now, by territory. */
  public List<LabellingPolicy> inForce() {
    return policies.inForce(access.visibleBrands().orElse(null), clock.instant());
  }
}
