package dev.timbre.speech.control;

import dev.timbre.speech.entity.Speech;
import dev.timbre.usage.control.UsageMeter;
import dev.timbre.usage.entity.Cost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What a speech was billed, against what was held for it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SpeechBills {

  @Inject UsageMeter meter;

  /** Ends the reservation of a speech with its bill. */
  void settle(Speech speech, Cost bill) {
    meter.settle(speech.getReservationId(), bill);
  }
}
