package dev.timbre.voice.control.reconciliation;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.control.CloneUse;
import dev.timbre.voice.entity.CloneState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes back a clone that a list did not show and now shows again; an approver's decision. */
@ApplicationScoped
class RestoreCloneRemedy implements Remedy {

  @Inject CloneUse use;
  @Inject Access access;

  @Override
  public String name() {
    return "take-back";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.CLONE_STILL_THERE
        && finding.getFacts().find("state").filter(CloneState.MISSING.name()::equals).isPresent();
  }

  @Override
  public void lock(Finding seen) {
    use.await(seen.getSubjectId());
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.APPROVER);
    use.restored(finding.getSubjectId());
  }
}
