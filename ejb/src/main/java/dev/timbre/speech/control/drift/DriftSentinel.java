package dev.timbre.speech.control.drift;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.speech.entity.DriftPolicy;
import dev.timbre.speech.entity.DriftWatch;
import dev.timbre.speech.entity.Drifts;
import dev.timbre.voice.entity.Voice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Begins the watches that brands want, and orders checks that are due, once on however many nodes:
 * whoever holds the watch's row moves its next date in the transaction that orders the check. Weeks
 * that the servers slept through are checked once, not once each.
 */
@Singleton
@PermitAll
public class DriftSentinel {

  private static final int AT_ONCE = 100;

  @Inject Drifts drifts;
  @Inject Consents consents;
  @Inject DriftJournal journal;
  @Inject OperationQueue queue;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void orderDue() {
    Instant now = clock.instant();
    drifts.brandsToWatch().forEach(brand -> watchAll(brand, now));
    drifts.voicesDue(now, AT_ONCE).forEach(voice -> order(voice, now));
  }

  /**
   * Voices that went live follow their brand; the policy's row lets one node see to it. Their
   * talents are locked first, since a watch copies words that an erasure takes.
   */
  private void watchAll(UUID brandId, Instant now) {
    Set<UUID> talents =
        drifts.unwatched(brandId, AT_ONCE).stream()
            .map(Voice::getTalentId)
            .collect(Collectors.toCollection(TreeSet::new));
    talents.forEach(consents::getTalentForUse);
    DriftPolicy policy = drifts.getPolicyForChange(brandId, now);
    List<Voice> still = drifts.unwatched(brandId, AT_ONCE);
    for (Voice voice : still.stream().filter(v -> talents.contains(v.getTalentId())).toList()) {
      drifts.add(DriftWatch.following(now, voice, policy));
      trail.done(
          AuditAction.VOICE_WATCH,
          voice.getId(),
          Change.to("byBrand", true),
          Change.to("everyDays", policy.choice().everyDays()));
    }
  }

  private void order(UUID voiceId, Instant now) {
    drifts
        .findWatchForChange(voiceId)
        .filter(watch -> watch.isDue(now))
        .ifPresent(watch -> queue.enqueue(DriftCheckWork.KIND, journal.order(watch)));
  }
}
