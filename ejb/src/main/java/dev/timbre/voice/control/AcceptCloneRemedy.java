package dev.timbre.voice.control;

import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Goes live with a clone in spite of the flag on its sample; an approver's decision. */
@ApplicationScoped
class AcceptCloneRemedy implements Remedy {

  @Inject Clones clones;
  @Inject AcceptableClones acceptable;
  @Inject VoiceApproval approval;

  @Override
  public String name() {
    return "accept-clone";
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
    Clone flagged = clones.get(finding.getSubjectId());
    approval.accept(flagged.getRevision().getVoiceId(), null, flagged.getId(), true);
  }
}
