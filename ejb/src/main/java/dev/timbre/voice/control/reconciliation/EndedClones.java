package dev.timbre.voice.control.reconciliation;

import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.control.OwedDeletions;
import dev.timbre.voice.control.WithdrawnImports;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Reconciliations;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Clones that have ended here, and that their provider lists all the same: a list had a gap, or a
 * deletion was taken for done. Each is a finding, and is deleted at once where nobody agrees to it
 * any more. So are imports that nobody agrees to.
 */
@ApplicationScoped
class EndedClones {

  @Inject Steps steps;

  /**
   * @param before clones that ended later may have been there when the list was made
   */
  void compare(UUID accountId, Set<String> listed, Instant before) {
    List<UUID> there = steps.find(accountId, listed, before);
    there.forEach(steps::seen);
    steps.settle(accountId, Set.copyOf(there));
    steps.imports(accountId, listed);
  }

  /** The transactions, one for each clone, so that none waits for another while it holds one. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Steps {

    @Inject Reconciliations reconciliations;
    @Inject Clones clones;
    @Inject Voices voices;
    @Inject OwedDeletions deletions;
    @Inject WithdrawnImports imports;
    @Inject FindingRegister findings;
    @Inject ReconciliationJournal journal;

    public List<UUID> find(UUID accountId, Set<String> listed, Instant before) {
      return reconciliations.ours(listed).values().stream()
          .filter(clone -> clone.getAccountId().equals(accountId))
          .filter(clone -> clone.getEndedAt() != null && clone.getEndedAt().isBefore(before))
          .map(Clone::getId)
          .toList();
    }

    public void seen(UUID cloneId) {
      Clone clone = clones.getForChange(cloneId);
      if (clone.getEndedAt() == null) {
        return; // its deletion was ordered meanwhile
      }
      if (clone.getState() == CloneState.UNDELETABLE) {
        deletions.orderIfOwed(clone); // that it is there is known
        return;
      }
      raise(clone);
      if (deletions.isOwed(clone)) {
        deletions.orderListed(clone);
        // people are told all the same, though nothing is left to decide
        findings.gone(FindingKind.CLONE_STILL_THERE, cloneId);
      }
    }

    private void raise(Clone clone) {
      Voice voice = voices.get(clone.getRevision().getVoiceId());
      findings.raise(
          FindingKind.CLONE_STILL_THERE,
          voice.getBrandId(),
          clone.getId(),
          Change.to("voice", voice.getId()),
          Change.to(ForeignThing.ACCOUNT, clone.getAccountId()),
          Change.to("state", clone.getState()),
          Change.to("endedAt", clone.getEndedAt()));
    }

    public void imports(UUID accountId, Set<String> listed) {
      List<Voice> there = reconciliations.importsWithoutConsent(accountId, listed);
      there.forEach(imports::raise);
      journal.settleGone(
          FindingKind.IMPORT_WITHOUT_CONSENT,
          accountId,
          there.stream().map(Voice::getId).collect(Collectors.toSet()));
    }

    public void settle(UUID accountId, Set<UUID> there) {
      journal.settleGone(FindingKind.CLONE_STILL_THERE, accountId, there);
    }
  }
}
