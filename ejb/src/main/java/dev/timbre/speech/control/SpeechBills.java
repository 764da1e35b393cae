package dev.timbre.speech.control;

import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.speech.entity.Speech;
import dev.timbre.usage.control.UsageMeter;
import dev.timbre.usage.entity.Cost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What a speech was billed, against what was held for it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SpeechBills {

  @Inject UsageMeter meter;
  @Inject FindingRegister findings;

  /** Ends the reservation of a speech with its bill; a bill above it is somebody's to look at. */
  public void settle(Speech speech, Cost bill) {
    Cost held = meter.reservation(speech.getReservationId()).getMost();
    if (meter.settle(speech.getReservationId(), bill)) {
      findings.raise(
          FindingKind.BILL_ABOVE_RESERVATION,
          speech.getGrounds().brandId(),
          speech.getId(),
          Change.to("voice", speech.getVoiceId()),
          Change.to("account", meter.pricesOf(speech.getReservationId()).getAccount().getId()),
          Change.to("held", held.money()),
          Change.to("billed", bill.money()),
          Change.to("heldCharacters", held.characters()),
          Change.to("billedCharacters", bill.characters()));
    }
  }
}
