package dev.timbre.speech.control;

import dev.timbre.speech.entity.Settlement;
import dev.timbre.speech.entity.Settlements;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.usage.control.UsageMeter;
import dev.timbre.usage.entity.Cost;
import dev.timbre.usage.entity.Reservation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Ends one reservation that outlived what it was made for. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class HeldMoney {

  @Inject Speeches speeches;
  @Inject Settlements settlements;
  @Inject SpeechBills bills;
  @Inject UsageMeter meter;

  /** The speech has ended, so its money goes where its end says. */
  public void end(UUID speechId) {
    Speech speech = speeches.getForChange(speechId);
    Reservation reservation = meter.reservation(speech.getReservationId());
    if (reservation.getState() != Reservation.State.HELD) {
      return; // another node was faster
    }
    Optional<Settlement> settlement = settlements.findOf(speechId);
    if (speech.getState() == SpeechState.SPOKEN) {
      bills.settle(speech, new Cost(speech.getCost(), speech.getBilledCharacters()));
    } else if (settlement.filter(Settlement::isCharged).isPresent()) {
      bills.settle(speech, new Cost(settlement.get().getAmount(), 0));
    } else if (speech.getState() == SpeechState.FAILED || settlement.isPresent()) {
      meter.release(reservation.getId());
    }
  }

  /** Nothing was ever begun with it. */
  public void release(UUID reservationId) {
    if (meter.reservation(reservationId).getState() == Reservation.State.HELD) {
      meter.release(reservationId);
    }
  }
}
