package dev.timbre.voice.control.reconciliation;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.control.CloneUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes a clone for lost that a doubtful list did not show; an approver's decision. */
@ApplicationScoped
class GiveUpRemedy implements Remedy {

  @Inject CloneUse use;
  @Inject Access access;

  @Override
  public String name() {
    return "give-up";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.CLONE_UNLISTED;
  }

  @Override
  public void lock(Finding seen) {
    use.await(seen.getSubjectId());
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.APPROVER);
    use.gone(finding.getSubjectId(), ReconciliationJournal.NOT_LISTED);
  }
}
