package dev.timbre.speech.control.drift;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.speech.entity.Drifts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes the voice as it sounds now; an approver's decision. */
@ApplicationScoped
class NewBaselineRemedy implements Remedy {

  @Inject DriftJournal journal;
  @Inject Drifts drifts;
  @Inject Access access;

  @Override
  public String name() {
    return "accept-baseline";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.VOICE_DRIFT;
  }

  /** A check that ends locks its watch before the finding, too. */
  @Override
  public void lock(Finding seen) {
    drifts.findWatchForChange(seen.getSubjectId());
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.APPROVER);
    UUID check = UUID.fromString(finding.getFacts().get("check"));
    journal.compareWith(finding.getSubjectId(), check);
  }
}
