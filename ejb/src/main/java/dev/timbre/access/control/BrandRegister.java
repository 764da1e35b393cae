package dev.timbre.access.control;

import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Brands;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps the brands. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read", "administration"})
public class BrandRegister {

  @Inject Brands brands;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * @throws Conflict when the slug is taken
   */
  @Audited(AuditAction.BRAND_CREATE)
  @RolesAllowed({"admin", "administration"})
  public UUID create(String slug, String name) {
    return idempotency.once(
        () -> {
          Brand brand = new Brand(clock.instant(), slug, name);
          if (brands.findBySlug(slug).isPresent()) {
            throw new Conflict("brand-slug-taken", "There is already a brand '" + slug + "'.")
                .about(slug);
          }
          brands.add(brand);
          trail.done(AuditAction.BRAND_CREATE, brand.getId(), Change.to("slug", slug));
          return brand.getId();
        });
  }

  /**
   * Changes name or policy; null leaves a part as it is. What waits for approval is decided by what
   * the brand asks for when it is decided.
   *
   * @param approvalsRequired how many different people approve a revision, 1 or 2
   */
  @Audited(AuditAction.BRAND_UPDATE)
  @RolesAllowed({"admin", "administration"})
  public Brand update(UUID id, Long version, String name, Integer approvalsRequired) {
    Brand brand = VersionCheck.of(brands.get(id), version);
    String nameBefore = brand.getName();
    int requiredBefore = brand.getApprovalsRequired();
    if (name != null || approvalsRequired == null) {
      brand.rename(name);
    }
    if (approvalsRequired != null) {
      brand.requireApprovals(approvalsRequired);
    }
    trail.done(
        AuditAction.BRAND_UPDATE,
        id,
        Change.of("name", nameBefore, brand.getName()),
        Change.of("approvalsRequired", requiredBefore, brand.getApprovalsRequired()));
    return brand;
  }

  public Brand get(UUID id) {
    return brands.get(id);
  }

  public Page<Brand> page(PageRequest request) {
    return brands.page(request);
  }

  /** All of them by name. */
  public List<Brand> all() {
    return brands.all();
  }
}
