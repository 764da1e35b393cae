package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.speech.entity.Settlement;
import dev.timbre.speech.entity.Settlements;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.usage.control.UsageMeter;
import dev.timbre.usage.entity.Cost;
import dev.timbre.usage.entity.Usage;
import dev.timbre.usage.entity.UsageUnit;
import dev.timbre.voice.control.CloneUse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/**
 * Ends what a speech of unknown outcome holds, once a person or a bill tells what it cost. The
 * speech stays UNKNOWN: its callers were told so, and its idempotency key keeps saying so.
 */
@Stateless
@RolesAllowed({"admin", "auditor", "administration"})
public class SpeechSettlement {

  @Inject Speeches speeches;
  @Inject Settlements settlements;
  @Inject SpeechBills bills;
  @Inject UsageMeter meter;
  @Inject CloneUse clones;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * The provider has billed the speech.
   *
   * @param billed everything, a voice fee included; more than zero
   * @param characters as the bill says; 0 when it does not
   * @throws Conflict when the speech is not of unknown outcome, or settled already
   */
  @Audited(AuditAction.SPEECH_SETTLE)
  @RolesAllowed({"admin", "administration"})
  public UUID charged(UUID speechId, Money billed, long characters, String reason) {
    if (billed.getAmount().signum() <= 0 || characters < 0) {
      throw new Invalid(
              "settlement-amount",
              "The billed amount is "
                  + billed
                  + " for "
                  + characters
                  + " characters; give more than 0, or say that nothing was charged.")
          .about(billed, characters);
    }
    return idempotency.once(() -> settle(speechId, new Cost(billed, characters), true, reason));
  }

  /**
   * The provider surely billed nothing.
   *
   * @throws Conflict when the speech is not of unknown outcome, or settled already
   */
  @Audited(AuditAction.SPEECH_SETTLE)
  @RolesAllowed({"admin", "administration"})
  public UUID notCharged(UUID speechId, String reason) {
    return idempotency.once(() -> settle(speechId, null, false, reason));
  }

  private UUID settle(UUID speechId, Cost bill, boolean charged, String reason) {
    Speech speech = requireOpen(requireVisible(speeches.getForChange(speechId)));
    PriceList prices = meter.pricesOf(speech.getReservationId());
    Cost due = charged ? bill : Cost.nothing(prices.getPrices().getCurrency());
    Settlement settlement =
        new Settlement(clock.instant(), speechId, charged, due.money(), reason, access.actor());
    settlements.add(settlement);
    if (charged) {
      clones.charged(speech.getGrounds().cloneId()); // its row before those of the budgets
      bills.settle(speech, due);
      meter.consumed(usage(speech, due, prices));
    } else {
      notSpoken(speech.getGrounds().cloneId());
      meter.release(speech.getReservationId());
    }
    trail.done(
        AuditAction.SPEECH_SETTLE,
        speechId,
        Change.to("charged", charged),
        Change.to("amount", due.money()),
        Change.to("reservation", speech.getReservationId()));
    return settlement.getId();
  }

  /** Settlements of one clone take turns, so that the last of them knows that it is. */
  private void notSpoken(UUID cloneId) {
    clones.await(cloneId);
    if (!settlements.isOpenFor(cloneId)) {
      clones.notCharged(cloneId);
    }
  }

  private Speech requireOpen(Speech speech) {
    if (speech.getState() != SpeechState.UNKNOWN) {
      throw new Conflict(
              "speech-not-unknown",
              "Speech "
                  + speech.getId()
                  + " is "
                  + speech.getState()
                  + "; only one of unknown outcome is settled by a person.")
          .about(speech.getState());
    }
    if (settlements.findOf(speech.getId()).isPresent()) {
      throw new Conflict("speech-settled", "Speech " + speech.getId() + " is already settled.");
    }
    return speech;
  }

  private Usage usage(Speech speech, Cost due, PriceList prices) {
    Speech.Grounds grounds = speech.getGrounds();
    return new Usage(
        clock.instant(),
        new Usage.Account(
            grounds.clientId(),
            grounds.brandId(),
            grounds.voiceId(),
            grounds.cloneId(),
            speech.getId()),
        UsageUnit.SETTLED_SPEECH,
        1,
        prices.getNumber(),
        due.money());
  }

  /**
   * @throws NotFound when there is no such speech, nobody has settled it, or the caller may not see
   *     it
   */
  public Settlement get(UUID speechId) {
    requireVisible(speeches.get(speechId));
    return settlements
        .findOf(speechId)
        .orElseThrow(
            () -> new NotFound("settlement-not-found", "Speech " + speechId + " was not settled."));
  }

  /**
   * Speeches of unknown outcome that nobody has settled, the newest first; people see those of
   * their brands.
   */
  public Page<Speech> open(PageRequest request) {
    Set<UUID> visible = isPerson() ? access.visibleBrands().orElse(null) : null;
    return settlements.open(visible, request);
  }

  /** A client that administers settles for all brands. */
  private boolean isPerson() {
    return access.actor().isPerson();
  }

  private Speech requireVisible(Speech speech) {
    if (isPerson() && !access.maySee(speech.getGrounds().brandId())) {
      throw new NotFound("speech-not-found", "There is no speech " + speech.getId() + ".");
    }
    return speech;
  }

  /** What is held for a speech. */
  public Money held(Speech speech) {
    return meter.reservation(speech.getReservationId()).getAmount();
  }
}
