package dev.timbre.voice.control.reconciliation;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.control.OwedDeletions;
import dev.timbre.voice.entity.Clones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has a clone deleted that ended here and is still at its provider; an approver's decision. */
@ApplicationScoped
class DeleteListedRemedy implements Remedy {

  @Inject Clones clones;
  @Inject OwedDeletions deletions;
  @Inject Access access;

  @Override
  public String name() {
    return "delete-clone";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.CLONE_STILL_THERE;
  }

  @Override
  public void lock(Finding seen) {
    clones.getForChange(seen.getSubjectId());
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.APPROVER);
    deletions.orderListed(clones.getForChange(finding.getSubjectId()));
  }
}
