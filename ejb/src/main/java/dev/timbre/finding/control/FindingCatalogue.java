package dev.timbre.finding.control;

import dev.timbre.access.control.Access;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingFilter;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.finding.entity.Findings;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Shows findings to those who may see their brand; what belongs to no brand, to all people. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
public class FindingCatalogue {

  @Inject Findings findings;
  @Inject Access access;

  /** What is wanted of the list; every part may be null. */
  public record Wanted(UUID brandId, FindingKind kind, FindingState state, UUID subjectId) {}

  /**
   * @throws NotFound when there is none, or the caller may not see it
   */
  public Finding get(UUID id) {
    Finding finding = findings.get(id);
    boolean visible =
        finding.getBrandId() == null ? seesCompany() : access.maySee(finding.getBrandId());
    if (!visible) {
      throw new NotFound("finding-not-found", "There is no finding " + id + ".");
    }
    return finding;
  }

  public Page<Finding> page(Wanted wanted, PageRequest request) {
    return findings.page(filter(wanted), request);
  }

  public List<Finding> window(Wanted wanted, int first, int size) {
    return findings.window(filter(wanted), first, size);
  }

  public long count(Wanted wanted) {
    return findings.count(filter(wanted));
  }

  private FindingFilter filter(Wanted wanted) {
    return new FindingFilter(
        access.visibleBrands().orElse(null),
        seesCompany(),
        wanted.brandId(),
        wanted.kind(),
        wanted.state(),
        wanted.subjectId());
  }

  private boolean seesCompany() {
    return access.actor().isPerson();
  }
}
