package dev.timbre.speech.control.drift;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes the voice as it sounds now; an approver's decision. */
@ApplicationScoped
class NewBaselineRemedy implements Remedy {

  @Inject DriftJournal journal;
  @Inject Access access;

  @Override
  public String name() {
    return "accept-baseline";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.VOICE_DRIFT;
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.APPROVER);
    UUID check = UUID.fromString(finding.getFacts().get("check"));
    journal.compareWith(finding.getSubjectId(), check);
  }
}
