package dev.timbre.voice.control;

import dev.timbre.notice.entity.Notices;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.DeadlinePolicy;
import dev.timbre.voice.entity.Deadlines;
import dev.timbre.voice.entity.UnusedClone;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The steps of the deadline guard. Looking for what is due changes nothing; each due thing is then
 * done in a transaction of its own, which locks the clone and asks again, since another node may
 * have come first.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class DeadlineRounds {

  /** More unused clones than any company keeps; those with later deadlines wait for a round. */
  private static final int MOST = 2000;

  @Inject Deadlines deadlines;
  @Inject Clones clones;
  @Inject Voices voices;
  @Inject Notices notices;
  @Inject DeadlineNews news;
  @Inject CloneDecisions decisions;
  @Inject OperationQueue queue;
  @Inject Clock clock;

  /** The clones about which something is to be done now. */
  public List<UUID> due() {
    Instant now = clock.instant();
    List<UnusedClone> unused =
        deadlines.unused(now.plus(Duration.ofHours(DeadlinePolicy.MOST_HOURS)), MOST);
    Map<UUID, DeadlinePolicy> policies = deadlines.policies();
    Map<UUID, List<CloneDecision>> pending =
        deadlines.pendingOn(unused.stream().map(UnusedClone::cloneId).toList());
    Set<String> announced =
        notices.announced(
            unused.stream()
                .map(clone -> dueReminder(clone, policies, now))
                .filter(Objects::nonNull)
                .toList());
    Predicate<UnusedClone> toRemind =
        clone -> {
          String key = dueReminder(clone, policies, now);
          return key != null && !announced.contains(key);
        };
    Predicate<UnusedClone> toActivate =
        clone -> policy(policies, clone.brandId()).activatesAt(clone.deadline(), now);
    return unused.stream()
        .filter(clone -> !pending.containsKey(clone.cloneId()))
        .filter(toRemind.or(toActivate))
        .map(UnusedClone::cloneId)
        .toList();
  }

  private String dueReminder(UnusedClone clone, Map<UUID, DeadlinePolicy> policies, Instant now) {
    return policy(policies, clone.brandId())
        .reminderDue(clone.deadline(), now)
        .map(hours -> DeadlineNews.reminderKey(clone.cloneId(), hours))
        .orElse(null);
  }

  /** Reminds people of one clone, and decides about it where the policy says so. */
  public void attend(UUID cloneId) {
    Clone clone = clones.getForChange(cloneId);
    List<CloneDecision> decided = deadlines.decisionsOn(cloneId);
    if (clone.getState() != CloneState.PROVISIONAL
        || decided.stream().anyMatch(CloneDecision::isPending)) {
      return; // somebody was quicker
    }
    Instant now = clock.instant();
    Voice voice = voices.get(clone.getRevision().getVoiceId());
    if (voice.getState() == VoiceState.RETIRED) {
      return; // a moment ago
    }
    DeadlinePolicy policy = policy(deadlines.policies(), voice.getBrandId());
    Optional<Integer> reminder = policy.reminderDue(clone.getDeadline(), now);
    reminder.ifPresent(hours -> news.remind(clone, voice, hours));
    boolean decidedBefore = decided.stream().anyMatch(CloneDecision::barsPolicy);
    if (policy.activatesAt(clone.getDeadline(), now) && !decidedBefore && !isHeld(clone, voice)) {
      CloneDecision decision = decisions.byPolicy(clone, voice);
      queue.enqueue(CloneDecisions.ACTIVATION, decision.getId());
    }
  }

  /** No policy pays for a clone whose sample is flagged before an approver has accepted it. */
  private static boolean isHeld(Clone clone, Voice voice) {
    return clone.isRisky() && !clone.getId().equals(voice.getPrimaryCloneId());
  }

  private DeadlinePolicy policy(Map<UUID, DeadlinePolicy> policies, UUID brandId) {
    return policies.computeIfAbsent(brandId, id -> new DeadlinePolicy(clock.instant(), id));
  }
}
