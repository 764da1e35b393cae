package dev.timbre.voice.control.reconciliation;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.provider.control.ProviderCallFailed;
import dev.timbre.provider.control.ProviderInventory;
import dev.timbre.provider.control.ProviderInventory.ListedFile;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Reconciliation.FileCounts;
import dev.timbre.voice.entity.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Deletes the samples that Timbre uploaded and needs no longer: somebody's voice should not lie
 * about at a provider. What others stored there is theirs, and a finding only.
 */
@ApplicationScoped
class UsedSamples {

  @Inject Steps steps;
  @Inject ProviderInventory inventory;

  FileCounts clear(ProviderAccount account, List<ListedFile> files) {
    FileComparison found = steps.compare(files);
    List<ListedFile> leftBehind = new ArrayList<>(found.foreign());
    int deleted = 0;
    for (ListedFile file : found.ours()) {
      if (delete(account, file.id(), file.purpose())) {
        deleted++;
      } else {
        leftBehind.add(file);
      }
    }
    steps.leftBehind(account.getId(), leftBehind);
    return new FileCounts(files.size(), deleted, leftBehind.size());
  }

  /**
   * Whether it is gone.
   *
   * @param purpose as listed
   */
  boolean delete(ProviderAccount account, String fileId, String purpose) {
    steps.deleting(account.getId(), fileId);
    try {
      inventory.deleteFile(account, fileId, purpose);
      steps.deleted(account.getId(), fileId, null);
      return true;
    } catch (ProviderCallFailed e) {
      steps.deleted(account.getId(), fileId, e.fault());
      return false;
    }
  }

  /** The transactions around the calls. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Steps {

    @Inject Reconciliations reconciliations;
    @Inject ReconciliationJournal journal;
    @Inject ReconciliationConfig config;
    @Inject FindingRegister findings;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    public FileComparison compare(List<ListedFile> files) {
      Map<String, Clone> clones =
          reconciliations.ours(
              files.stream().flatMap(file -> FileComparison.voiceOf(file).stream()).toList());
      return FileComparison.of(files, clones, clock.instant().minus(config.filesKeptFor()));
    }

    public void leftBehind(UUID accountId, List<ListedFile> files) {
      for (ListedFile file : files) {
        findings.raise(
            FindingKind.FILE_LEFT_BEHIND,
            null,
            ForeignThing.file(accountId, file.id()),
            Change.to(ForeignThing.ACCOUNT, accountId),
            Change.to(ForeignThing.FILE_ID, file.id()),
            Change.to(ForeignThing.PURPOSE, file.purpose()),
            Change.to("bytes", file.bytes()),
            Change.to("storedAt", file.createdAt()));
      }
      Set<UUID> there =
          files.stream()
              .map(file -> ForeignThing.file(accountId, file.id()))
              .collect(Collectors.toSet());
      journal.settleGone(FindingKind.FILE_LEFT_BEHIND, accountId, there);
    }

    public void deleting(UUID accountId, String fileId) {
      trail.intended(AuditAction.FILE_DELETE, accountId, Change.to("file", fileId));
    }

    public void deleted(UUID accountId, String fileId, ProviderFault fault) {
      trail.ended(
          AuditAction.FILE_DELETE,
          accountId,
          fault == null ? AuditOutcome.DONE : AuditOutcome.FAILED,
          fault == null ? null : fault.code(),
          fault == null ? null : fault.traceId(),
          Change.to("file", fileId));
    }
  }
}
