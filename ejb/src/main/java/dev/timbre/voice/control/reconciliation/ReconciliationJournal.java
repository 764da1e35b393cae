package dev.timbre.voice.control.reconciliation;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.provider.control.ProviderInventory.ListedVoice;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.control.CloneUse;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Reconciliation;
import dev.timbre.voice.entity.ReconciliationResult;
import dev.timbre.voice.entity.Reconciliations;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The transactions of a comparison; between them the provider is asked. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ReconciliationJournal {

  static final ProviderFault NOT_LISTED =
      new ProviderFault(
          "not-listed",
          "The provider no longer lists the voice.",
          null,
          "Order a new clone of the same recording.");

  private static final ProviderFault NEVER_USED =
      new ProviderFault(
          "deadline-passed",
          "The deadline has passed and the provider does not list the voice: the lost speech had"
              + " not used it.",
          null,
          "Order a new clone of the same recording.");

  @Inject Reconciliations reconciliations;
  @Inject ProviderAccounts accounts;
  @Inject Clones clones;
  @Inject Voices voices;
  @Inject CloneUse use;
  @Inject FindingRegister findings;
  @Inject ReconciliationConfig config;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** An account, and the clones that should be in it. */
  record Known(ProviderAccount account, List<Clone> clones) {}

  public Known read(UUID accountId) {
    return new Known(accounts.get(accountId), reconciliations.speakingClones(accountId));
  }

  public void present(List<Clone> listed) {
    Set<UUID> doubted =
        findings.open(FindingKind.CLONE_UNLISTED).stream()
            .map(finding -> finding.getSubjectId())
            .collect(Collectors.toSet());
    listed.stream()
        .map(Clone::getId)
        .filter(doubted::contains)
        .forEach(id -> findings.gone(FindingKind.CLONE_UNLISTED, id));
  }

  public void used(UUID cloneId) {
    use.seenAtProvider(cloneId);
  }

  /** A bill or an answer that came late may have shown meanwhile that it is permanent. */
  public void lapsed(UUID cloneId) {
    if (clones.getForChange(cloneId).getState() == CloneState.PROVISIONAL) {
      use.gone(cloneId, NEVER_USED);
    }
  }

  public void missing(UUID cloneId) {
    if (clones.getForChange(cloneId).getState() == CloneState.PERMANENT) {
      use.gone(cloneId, NOT_LISTED);
      findings.gone(FindingKind.CLONE_UNLISTED, cloneId);
    }
  }

  public void unlisted(Clone clone) {
    Voice voice = voices.get(clone.getRevision().getVoiceId());
    findings.raise(
        FindingKind.CLONE_UNLISTED,
        voice.getBrandId(),
        clone.getId(),
        Change.to("voice", voice.getId()),
        Change.to("account", clone.getAccountId()));
  }

  /** Raises what is not ours, and settles what is no longer there. */
  public int unknown(UUID accountId, List<ListedVoice> listed) {
    List<String> ids = listed.stream().map(ListedVoice::id).toList();
    Set<String> known = new HashSet<>(reconciliations.ours(ids).keySet());
    known.addAll(reconciliations.imported(accountId, ids));
    List<ListedVoice> foreign =
        listed.stream().filter(voice -> !known.contains(voice.id())).toList();
    for (ListedVoice voice : foreign) {
      findings.raise(
          FindingKind.VOICE_UNKNOWN,
          null,
          ForeignThing.voice(accountId, voice.id()),
          Change.to(ForeignThing.ACCOUNT, accountId),
          Change.to(ForeignThing.VOICE_ID, voice.id()),
          Change.to(ForeignThing.CLONED, voice.cloned()));
    }
    Set<UUID> there =
        foreign.stream()
            .map(voice -> ForeignThing.voice(accountId, voice.id()))
            .collect(Collectors.toSet());
    settleGone(FindingKind.VOICE_UNKNOWN, accountId, there);
    return foreign.size();
  }

  /** Findings about things in an account that are no longer there settle themselves. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void settleGone(FindingKind kind, UUID accountId, Set<UUID> there) {
    findings.open(kind).stream()
        .filter(finding -> ForeignThing.isIn(finding, accountId))
        .filter(finding -> !there.contains(finding.getSubjectId()))
        .forEach(finding -> findings.gone(kind, finding.getSubjectId()));
  }

  public void balance(ProviderAccount account, BigDecimal balance) {
    if (balance.compareTo(config.balanceWarning()) < 0) {
      findings.raise(
          FindingKind.BALANCE_LOW,
          null,
          account.getId(),
          Change.to(ForeignThing.ACCOUNT, account.getId()),
          Change.to("balance", balance.toPlainString()),
          Change.to("limit", config.balanceWarning().toPlainString()),
          Change.to("currency", account.pricesAt(clock.instant()).getPrices().getCurrency()));
    } else {
      findings.gone(FindingKind.BALANCE_LOW, account.getId());
    }
  }

  public Reconciliation finish(Reconciliation done) {
    reconciliations.add(done);
    boolean failed = done.getResult() == ReconciliationResult.FAILED;
    trail.ended(
        AuditAction.ACCOUNT_RECONCILE,
        done.getAccountId(),
        failed ? AuditOutcome.FAILED : AuditOutcome.DONE,
        done.getNotChecked().isEmpty() ? null : String.join(" ", done.getNotChecked()),
        null,
        Change.to("result", done.getResult()),
        Change.to("missing", done.getVoices().missing()),
        Change.to("unknown", done.getVoices().unknown()));
    return done;
  }
}
