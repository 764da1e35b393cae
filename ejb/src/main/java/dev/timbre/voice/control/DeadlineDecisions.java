package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneDeadline;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.DeadlinePolicy;
import dev.timbre.voice.entity.Deadlines;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts the deadlines of unused clones before people, with their price. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
public class DeadlineDecisions {

  @Inject Deadlines deadlines;
  @Inject Clones clones;
  @Inject Voices voices;
  @Inject CloneDecisions decisions;
  @Inject ActivationFee fee;
  @Inject Access access;
  @Inject Clock clock;

  /**
   * A clone that dies unless somebody speaks with it.
   *
   * @param policy what the brand does about it
   * @param decision what was decided already; null while nothing is
   * @param fee what keeping it costs at most
   * @param over whether it is too late by our clock, though the provider may still have the clone:
   *     then only an activation can be tried
   */
  public record Deadline(
      Clone unused,
      Voice voice,
      DeadlinePolicy policy,
      CloneDecision decision,
      Money fee,
      boolean over)
      implements Serializable {}

  /**
   * The nearest deadline first.
   *
   * @param brandId null for all brands that the caller may see
   */
  public Page<Deadline> deadlines(UUID brandId, PageRequest request) {
    Page<Clone> unused = deadlines.clones(shown(brandId), request);
    Map<UUID, List<CloneDecision>> pending =
        deadlines.pendingOn(unused.items().stream().map(Clone::getId).toList());
    Map<UUID, DeadlinePolicy> policies = deadlines.policies();
    Instant now = clock.instant();
    return unused.map(
        clone -> {
          Voice voice = voices.get(clone.getRevision().getVoiceId());
          DeadlinePolicy policy =
              policies.computeIfAbsent(voice.getBrandId(), id -> new DeadlinePolicy(now, id));
          CloneDecision decision =
              pending.getOrDefault(clone.getId(), List.of()).stream().findFirst().orElse(null);
          boolean over = CloneDeadline.isOver(clone.getDeadline(), now);
          return new Deadline(clone, voice, policy, decision, fee.of(clone), over);
        });
  }

  /**
   * Voices whose latest clone the provider no longer has, so that they need another one to speak.
   *
   * @param brandId null for all brands that the caller may see
   */
  public Page<Voice> withoutClone(UUID brandId, PageRequest request) {
    return clones.voicesWithoutClone(shown(brandId), request);
  }

  private Set<UUID> shown(UUID brandId) {
    if (brandId == null) {
      return access.visibleBrands().orElse(null);
    }
    return access.maySee(brandId) ? Set.of(brandId) : Set.of();
  }

  /**
   * Leaves a clone to its deadline: nobody is reminded any more, and no policy activates it.
   *
   * @throws Conflict when it is not provisional, is being activated, or its deadline has passed
   */
  @Audited(AuditAction.CLONE_DECIDE)
  @RolesAllowed("approver")
  public CloneDecision letLapse(UUID cloneId) {
    Clone clone = clones.getForChange(cloneId);
    Voice voice = decidable(clone);
    if (clone.getState() != CloneState.PROVISIONAL) {
      throw new Conflict(
              "clone-not-provisional",
              "The clone is " + clone.getState() + "; only a provisional one can be left to lapse.")
          .about(clone.getState());
    }
    requireInTime(clone);
    return decisions.letLapse(clone, voice, access.actor());
  }

  /**
   * Takes it back in time: people are reminded again, and the brand's policy counts.
   *
   * @throws Conflict when nobody left the clone to lapse, or its deadline has passed
   */
  @Audited(AuditAction.CLONE_UNDECIDE)
  @RolesAllowed("approver")
  public CloneDecision takeBack(UUID cloneId) {
    Clone clone = clones.getForChange(cloneId);
    decidable(clone);
    requireInTime(clone);
    return decisions.takeBack(clone);
  }

  private void requireInTime(Clone clone) {
    if (CloneDeadline.isOver(clone.getDeadline(), clock.instant())) {
      throw new Conflict(
          "deadline-over",
          "The clone's deadline was "
              + clone.getDeadline()
              + "; order a new clone of the same recording once it has lapsed.");
    }
  }

  private Voice decidable(Clone clone) {
    Voice voice = voices.get(clone.getRevision().getVoiceId());
    access.requireBrand(voice.getBrandId(), Role.APPROVER);
    return voice;
  }
}
