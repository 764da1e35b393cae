package dev.timbre.voice.control;

import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has a clone with a flagged sample deleted at its provider; an approver's decision. */
@ApplicationScoped
class DeleteCloneRemedy implements Remedy {

  @Inject CloneDeletion deletion;
  @Inject AcceptableClones acceptable;

  @Override
  public String name() {
    return "delete-clone";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.CONTENT_RISK;
  }

  @Override
  public void lock(Finding seen) {
    acceptable.lock(seen.getSubjectId());
  }

  @Override
  public void apply(Finding finding) {
    deletion.delete(finding.getSubjectId());
  }
}
