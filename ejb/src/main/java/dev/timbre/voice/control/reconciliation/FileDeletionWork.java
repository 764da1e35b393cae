package dev.timbre.voice.control.reconciliation;

import dev.timbre.finding.entity.Facts;
import dev.timbre.finding.entity.Findings;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationRun;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Deletes the file that a finding is about. If it cannot be deleted, the next comparison finds it
 * once more and opens the finding again.
 */
@ApplicationScoped
class FileDeletionWork implements OperationHandler {

  static final String KIND = "file-deletion";

  private static final int MOST_ATTEMPTS = 5;

  @Inject Reading reading;
  @Inject UsedSamples samples;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID findingId, int attempt) {
    FileToDelete file = reading.read(findingId);
    if (samples.delete(file.account(), file.fileId(), file.purpose())) {
      return Progress.done("The provider deleted the file.");
    }
    return attempt < MOST_ATTEMPTS
        ? Progress.again(clock.instant().plus(OperationRun.pause(attempt)), "Not deleted yet.")
        : Progress.failed("The provider does not delete the file; the audit log says why.");
  }

  record FileToDelete(ProviderAccount account, String fileId, String purpose) {}

  /** The transaction before the call. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Reading {

    @Inject Findings findings;
    @Inject ProviderAccounts accounts;

    public FileToDelete read(UUID findingId) {
      Facts facts = findings.get(findingId).getFacts();
      return new FileToDelete(
          accounts.get(UUID.fromString(facts.get(ForeignThing.ACCOUNT))),
          facts.get(ForeignThing.FILE_ID),
          facts.get(ForeignThing.PURPOSE));
    }
  }
}
