package dev.timbre.speech.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.platform.entity.Money;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.storage.control.BlobStore;
import dev.timbre.usage.control.UsageMeter;
import dev.timbre.usage.entity.Cost;
import dev.timbre.usage.entity.Usage;
import dev.timbre.usage.entity.UsageUnit;
import dev.timbre.voice.control.CloneDecisions;
import dev.timbre.voice.control.CloneUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The transaction after a speech: what came of it, its bill and its proof, all or none. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SpeechOutcomes {

  @Inject Speeches speeches;
  @Inject CloneUse clones;
  @Inject CloneDecisions decisions;
  @Inject UsageMeter meter;
  @Inject SpeechBills bills;
  @Inject BlobStore store;
  @Inject SpeechRecord records;
  @Inject ForgottenSpeech forgotten;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** The audio is in the store; the first speech of a provisional clone carries the voice fee. */
  public Speech spoken(
      UUID speechId, KeptAudio audio, SpeechProvider.Metered metered, SpeechScript script) {
    Speech speech = speeches.getForChange(speechId);
    if (speech.getState() == SpeechState.SPOKEN) {
      return speech; // an earlier commit had worked though its answer was lost
    }
    KeptAudio kept = forgotten.keepable(speech, audio);
    register(kept, speech);
    CloneUse.Used used = clones.used(speech.getGrounds().cloneId(), kept.whole());
    PriceList prices = meter.pricesOf(speech.getReservationId());
    // where the provider does not say, the most it can be
    long characters = metered.billedCharacters().orElse(script.mostUnits());
    Money bill = prices.characters(speech.getModel(), characters);
    book(speech, UsageUnit.CHARACTER, characters, bill, prices);
    if (used.first()) {
      book(speech, UsageUnit.VOICE, 1, prices.voiceFee(), prices);
      bill = bill.plus(prices.voiceFee());
    }
    long millis = metered.length().map(Duration::toMillis).orElse(0L);
    speech.speak(
        clock.instant(),
        new Speech.Result(kept.sha256(), millis, characters, metered.traceId()),
        bill);
    speech.kept(kept.label(), kept.withheld());
    bills.settle(speech, new Cost(bill, characters));
    decisions.spoken(speechId, bill);
    records.write(speech, kept);
    return speech;
  }

  private void register(KeptAudio kept, Speech speech) {
    if (kept.sha256() != null) {
      store.register(kept.sha256(), speech.getFormat().mediaType());
    }
  }

  /** Surely not spoken: the money goes back. */
  public Speech failed(UUID speechId, ProviderFault fault, boolean voiceGone) {
    Speech speech = speeches.getForChange(speechId);
    if (speech.getState() != SpeechState.RESERVED) {
      return speech;
    }
    if (voiceGone) {
      clones.await(speech.getGrounds().cloneId());
    }
    speech.fail(clock.instant(), fault);
    decisions.failed(speechId, fault.code());
    if (voiceGone) {
      clones.gone(speech.getGrounds().cloneId(), fault);
    }
    meter.release(speech.getReservationId());
    ended(speechId, AuditOutcome.FAILED, fault);
    return speech;
  }

  /** Nobody can tell: the money stays held. */
  public Speech lost(UUID speechId, ProviderFault fault) {
    Speech speech = speeches.getForChange(speechId);
    if (speech.getState() == SpeechState.RESERVED) {
      speech.lose(clock.instant(), fault);
      clones.lost(speech.getGrounds().cloneId());
      decisions.lost(speechId, fault.code());
      ended(speechId, AuditOutcome.UNKNOWN, fault);
    }
    return speech;
  }

  private void ended(UUID speechId, AuditOutcome outcome, ProviderFault fault) {
    trail.ended(AuditAction.SPEECH_SPEAK, speechId, outcome, fault.code(), fault.traceId());
  }

  private void book(Speech speech, UsageUnit unit, long quantity, Money amount, PriceList prices) {
    Speech.Grounds grounds = speech.getGrounds();
    meter.consumed(
        new Usage(
            clock.instant(),
            new Usage.Account(
                grounds.clientId(),
                grounds.brandId(),
                grounds.voiceId(),
                grounds.cloneId(),
                speech.getId()),
            unit,
            quantity,
            prices.getNumber(),
            amount));
  }
}
