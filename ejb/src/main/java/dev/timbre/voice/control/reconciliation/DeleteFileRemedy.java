package dev.timbre.voice.control.reconciliation;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.platform.control.OperationQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has a file at a provider deleted, in the background; an administrator's decision. */
@ApplicationScoped
class DeleteFileRemedy implements Remedy {

  @Inject OperationQueue queue;
  @Inject Access access;

  @Override
  public String name() {
    return "delete-file";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.FILE_LEFT_BEHIND;
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.ADMIN);
    queue.enqueue(FileDeletionWork.KIND, finding.getId());
  }
}
