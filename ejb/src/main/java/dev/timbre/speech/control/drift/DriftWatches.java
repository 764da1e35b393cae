package dev.timbre.speech.control.drift;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.entity.DriftCheck;
import dev.timbre.speech.entity.DriftPolicy;
import dev.timbre.speech.entity.DriftWatch;
import dev.timbre.speech.entity.Drifts;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Keeps the watches over how voices sound. A watch costs money, so an approver decides on it. */
@Stateless
@RolesAllowed("approver")
public class DriftWatches {

  @Inject Drifts drifts;
  @Inject DriftJournal journal;
  @Inject Voices voices;
  @Inject Consents consents;
  @Inject OperationQueue queue;
  @Inject Access access;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** Begins to watch a voice, or changes how it is watched. */
  @Audited(AuditAction.VOICE_WATCH)
  public DriftWatch plan(UUID voiceId, Long version, DriftWatch.Plan plan) {
    Voice voice = approvable(voiceId);
    consents.getKnownTalent(voice.getTalentId());
    Optional<DriftWatch> known = drifts.findWatchForChange(voiceId);
    DriftWatch.Plan before = known.map(DriftWatch::plan).orElse(null);
    DriftWatch watch =
        known.map(found -> VersionCheck.of(found, version)).orElseGet(() -> begun(voice, plan));
    watch.change(plan);
    trail.done(
        AuditAction.VOICE_WATCH,
        voiceId,
        Change.of("active", before == null ? null : before.active(), plan.active()),
        Change.of("everyDays", before == null ? null : before.everyDays(), plan.everyDays()));
    return watch;
  }

  /**
   * Gives the voice's own plan up for its brand's policy.
   *
   * @throws Conflict when nobody has planned for it
   */
  @Audited(AuditAction.VOICE_WATCH)
  public DriftWatch followBrand(UUID voiceId, Long version) {
    Voice voice = approvable(voiceId);
    consents.getKnownTalent(voice.getTalentId());
    DriftPolicy policy = drifts.getPolicyForChange(voice.getBrandId(), clock.instant());
    DriftWatch watch = VersionCheck.of(watched(voiceId), version);
    watch.follow(clock.instant(), voice, policy);
    trail.done(
        AuditAction.VOICE_WATCH,
        voiceId,
        Change.to("byBrand", true),
        Change.to("active", policy.choice().active()),
        Change.to("everyDays", policy.choice().everyDays()));
    return watch;
  }

  private DriftWatch begun(Voice voice, DriftWatch.Plan plan) {
    DriftWatch watch = new DriftWatch(clock.instant(), voice.getId(), voice.getBrandId(), plan);
    drifts.add(watch);
    return watch;
  }

  /**
   * Checks now; the operation to watch.
   *
   * @throws Conflict when nobody has said what to speak
   */
  @Audited(AuditAction.VOICE_WATCH)
  public UUID check(UUID voiceId) {
    approvable(voiceId);
    DriftWatch watch = watched(voiceId);
    trail.done(AuditAction.VOICE_WATCH, voiceId, Change.to("check", "now"));
    return queue.enqueue(DriftCheckWork.KIND, journal.order(watch));
  }

  private DriftWatch watched(UUID voiceId) {
    return drifts
        .findWatchForChange(voiceId)
        .orElseThrow(
            () ->
                new Conflict(
                    "drift-watch-missing", "Say first which phrase the voice is to speak."));
  }

  /** From now on the voice is compared with how it sounded in that check. */
  @Audited(AuditAction.VOICE_WATCH)
  public DriftCheck compareWith(UUID checkId) {
    DriftCheck check = drifts.get(checkId);
    approvable(check.getVoiceId());
    journal.compareWith(check.getVoiceId(), checkId);
    return check;
  }

  @RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
  public Optional<DriftWatch> find(UUID voiceId) {
    visible(voiceId);
    return drifts.findWatch(voiceId);
  }

  /** The newest first. */
  @RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
  public Page<DriftCheck> checks(UUID voiceId, PageRequest request) {
    visible(voiceId);
    return drifts.checks(voiceId, request);
  }

  /**
   * @throws NotFound when there is none, or the caller may not see its voice
   */
  @RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
  public DriftCheck getCheck(UUID checkId) {
    DriftCheck check = drifts.get(checkId);
    visible(check.getVoiceId());
    return check;
  }

  private void visible(UUID voiceId) {
    if (!access.maySee(voices.get(voiceId).getBrandId())) {
      throw new NotFound("voice-not-found", "There is no voice '" + voiceId + "'.");
    }
  }

  private Voice approvable(UUID voiceId) {
    Voice voice = voices.get(voiceId);
    access.requireBrand(voice.getBrandId(), Role.APPROVER);
    return voice;
  }
}
