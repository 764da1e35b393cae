package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.Deadlines;
import dev.timbre.voice.entity.DecisionKind;
import dev.timbre.voice.entity.DecisionState;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Keeps the activation ledger, in the transactions of those who decide and of those who speak. The
 * clone's row must be locked by then, so that of two decisions one comes second.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CloneDecisions {

  /** The work of a policy's activation; whoever speaks does it. */
  public static final String ACTIVATION = "policy-activation";

  @Inject Deadlines deadlines;
  @Inject DeadlineNews news;
  @Inject ActivationFee fee;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** A policy decides; the work of carrying it out is somebody else's. */
  CloneDecision byPolicy(Clone clone, Voice voice) {
    CloneDecision decision =
        CloneDecision.activate(
            clock.instant(), CloneDecision.About.of(clone, voice), Actor.SYSTEM, fee.of(clone));
    return written(decision);
  }

  /**
   * A person activates: the speech that does it is about to go out. What waited is overtaken.
   *
   * @throws Conflict while an earlier activation is with the provider
   */
  public void activating(Clone clone, Voice voice, Actor decider, UUID speechId) {
    requireNoneUnderWay(clone.getId());
    overtake(clone.getId());
    CloneDecision decision =
        CloneDecision.activate(
            clock.instant(), CloneDecision.About.of(clone, voice), decider, fee.of(clone));
    decision.speaks(speechId);
    written(decision);
  }

  /**
   * @throws Conflict while an activation is with the provider
   */
  CloneDecision letLapse(Clone clone, Voice voice, Actor decider) {
    requireNoneUnderWay(clone.getId());
    overtake(clone.getId());
    CloneDecision.About about = CloneDecision.About.of(clone, voice);
    return written(CloneDecision.letLapse(clock.instant(), about, decider));
  }

  /**
   * What was left to lapse is open again.
   *
   * @throws Conflict when nobody left it to lapse, or something came first
   */
  CloneDecision takeBack(Clone clone) {
    CloneDecision left =
        pending(clone.getId()).stream()
            .filter(decision -> decision.getKind() == DecisionKind.LET_LAPSE)
            .findFirst()
            .orElseThrow(
                () ->
                    new Conflict(
                        "nothing-to-take-back", "Nobody has left the clone to its deadline."));
    left.end(DecisionState.TAKEN_BACK, clock.instant(), null);
    trail.done(
        AuditAction.CLONE_UNDECIDE,
        clone.getId(),
        Change.to("decision", left.getId()),
        Change.of("state", DecisionState.PENDING, left.getState()));
    return left;
  }

  void recloned(Clone gone, Voice voice, Actor decider, UUID successor) {
    CloneDecision.About about = CloneDecision.About.of(gone, voice);
    written(CloneDecision.reclone(clock.instant(), about, decider, successor));
  }

  private CloneDecision written(CloneDecision decision) {
    deadlines.add(decision);
    trail.done(
        AuditAction.CLONE_DECIDE,
        decision.getAbout().cloneId(),
        Change.to("decision", decision.getId()),
        Change.to("kind", decision.getKind()),
        Change.to("byPolicy", decision.isByPolicy()),
        Change.to("fee", decision.getFee()),
        Change.to("speech", decision.getSpeechId()),
        Change.to("successor", decision.getSuccessorId()));
    return decision;
  }

  private void requireNoneUnderWay(UUID cloneId) {
    if (pending(cloneId).stream().anyMatch(decision -> !decision.isWaiting())) {
      throw new Conflict(
          "activation-under-way", "The clone is being activated; wait for what comes of it.");
    }
  }

  private List<CloneDecision> pending(UUID cloneId) {
    return deadlines.pendingOn(List.of(cloneId)).getOrDefault(cloneId, List.of());
  }

  private void overtake(UUID cloneId) {
    pending(cloneId).stream()
        .filter(CloneDecision::isWaiting)
        .forEach(decision -> decision.end(DecisionState.OVERTAKEN, clock.instant(), null));
  }

  /** Somebody spoke with the clone for the first time, so nothing is left to decide. */
  void kept(UUID cloneId) {
    overtake(cloneId);
  }

  /** The clone is gone: what was to lapse has, and what was to be activated was not. */
  void gone(UUID cloneId) {
    pending(cloneId).stream()
        .filter(CloneDecision::isWaiting)
        .forEach(
            decision -> {
              boolean meant = decision.getKind() == DecisionKind.LET_LAPSE;
              String reason = decision.getReason() == null ? "clone-gone" : decision.getReason();
              decision.end(
                  meant ? DecisionState.DONE : DecisionState.FAILED,
                  clock.instant(),
                  meant ? null : reason);
            });
  }

  /** The speech of an activation was spoken; any other speech is no business of the ledger. */
  public void spoken(UUID speechId, Money bill) {
    deadlines
        .findBySpeech(speechId)
        .filter(CloneDecision::isPending)
        .ifPresent(
            decision -> {
              decision.done(clock.instant(), bill);
              if (decision.isByPolicy()) {
                news.tell(NoticeKind.CLONE_ACTIVATED, decision, null);
              }
            });
  }

  /** It surely was not spoken. A policy's decision stands, and may be tried again. */
  public void failed(UUID speechId, String code) {
    deadlines
        .findBySpeech(speechId)
        .filter(CloneDecision::isPending)
        .ifPresent(
            decision -> {
              if (decision.isByPolicy()) {
                hindered(decision, code);
              } else {
                decision.end(DecisionState.FAILED, clock.instant(), code);
              }
            });
  }

  /** Nobody can tell; it is never tried a second time. */
  public void lost(UUID speechId, String code) {
    deadlines
        .findBySpeech(speechId)
        .filter(CloneDecision::isPending)
        .ifPresent(
            decision -> {
              decision.end(DecisionState.UNKNOWN, clock.instant(), code);
              if (decision.isByPolicy()) {
                news.tell(NoticeKind.ACTIVATION_REFUSED, decision, code);
              }
            });
  }

  /** Something stands in the way of a policy's decision; people are told once for each reason. */
  public void hindered(CloneDecision decision, String code) {
    decision.hindered(code);
    news.tell(NoticeKind.ACTIVATION_REFUSED, decision, code);
  }

  /** A policy's decision came to nothing. */
  public void givenUp(CloneDecision decision, String code) {
    decision.end(DecisionState.FAILED, clock.instant(), code);
  }
}
