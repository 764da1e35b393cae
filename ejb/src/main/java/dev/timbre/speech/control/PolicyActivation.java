package dev.timbre.speech.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.usage.control.BudgetAlarm;
import dev.timbre.usage.entity.BudgetExhausted;
import dev.timbre.voice.control.CloneDecisions;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Deadlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Activates a clone because its brand's policy said so: the same checks, money and books as when a
 * person does it. What stands in the way is told to people and tried again until the deadline; a
 * call that may have been charged is never made again.
 */
@ApplicationScoped
class PolicyActivation implements OperationHandler {

  /** Somebody may raise the budget meanwhile, or the provider may come back. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Inject SpeechJournal journal;
  @Inject SpeechCall call;
  @Inject SpeechPace pace;
  @Inject BudgetAlarm alarm;
  @Inject Hindrances hindrances;
  @Inject Clock clock;

  @Override
  public String kind() {
    return CloneDecisions.ACTIVATION;
  }

  @Override
  public Progress run(UUID decisionId, int attempt) {
    try {
      hindrances.cloneOf(decisionId).ifPresent(this::awaitPace);
      Optional<SpeechJournal.Opened> opened = journal.openPolicyActivation(decisionId);
      if (opened.isPresent()) {
        perform(opened.get());
        return Progress.done("The clone is permanent.");
      }
      return hindrances.isOver(decisionId)
          ? Progress.done("There is nothing left to do.")
          : Progress.again(clock.instant().plus(PAUSE), "The provider is being asked.");
    } catch (SpeechNotSpoken e) {
      // the ledger has it already, with the speech's own outcome
      return later(decisionId, e);
    } catch (BudgetExhausted e) {
      alarm.refused(e);
      hindrances.note(decisionId, e.code());
      return later(decisionId, e);
    } catch (BusinessException e) {
      hindrances.note(decisionId, e.code());
      return later(decisionId, e);
    }
  }

  private void awaitPace(UUID cloneId) {
    pace.await(cloneId, journal.activationScript(cloneId));
  }

  private void perform(SpeechJournal.Opened opened) {
    UUID cloneId = opened.speech().getGrounds().cloneId();
    call.perform(opened, journal.activationScript(cloneId));
  }

  private Progress later(UUID decisionId, BusinessException why) {
    return hindrances.isOver(decisionId)
        ? Progress.failed(why.getMessage())
        : Progress.again(clock.instant().plus(PAUSE), why.getMessage());
  }

  /** What stood in the way, written down in transactions of their own. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Hindrances {

    @Inject Deadlines deadlines;
    @Inject Clones clones;
    @Inject CloneDecisions decisions;
    @Inject AuditTrail trail;

    public void note(UUID decisionId, String code) {
      CloneDecision decision = deadlines.getDecision(decisionId);
      clones.getForChange(decision.getAbout().cloneId());
      if (decision.isWaiting()) {
        decisions.hindered(decision, code);
        trail.refused(AuditAction.CLONE_ACTIVATE, decision.getAbout().cloneId(), code);
      }
    }

    /** The clone that is to be activated; empty where the decision is over or with the provider. */
    public Optional<UUID> cloneOf(UUID decisionId) {
      return Optional.of(deadlines.getDecision(decisionId))
          .filter(CloneDecision::isWaiting)
          .map(decision -> decision.getAbout().cloneId());
    }

    public boolean isOver(UUID decisionId) {
      return !deadlines.getDecision(decisionId).isPending();
    }
  }
}
