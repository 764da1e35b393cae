package dev.timbre.speech.control;

import dev.timbre.platform.control.OutcomeKeeping;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.control.ProviderBusy;
import dev.timbre.provider.control.ProviderCallFailed;
import dev.timbre.provider.control.ProviderRefused;
import dev.timbre.provider.control.SpeechOrder;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechScript;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The call between the two transactions of a speech. */
@ApplicationScoped
class SpeechCall {

  private static final System.Logger LOG = System.getLogger(SpeechCall.class.getName());

  private static final ProviderFault BROKE_OFF =
      new ProviderFault(
          "internal-error",
          "The provider was asked, but Timbre could not keep what it answered.",
          null,
          "Compare with the provider's bill; the server's log has more.");

  @Inject SpeechOutcomes outcomes;
  @Inject OutcomeKeeping keeping;
  @Inject SpeechProvider provider;
  @Inject SpeechKeeping audioKeeping;

  /** Calls the provider once for a new speech; answers an earlier one as it ended. */
  public Speech perform(SpeechJournal.Opened opened, SpeechScript script) {
    return opened.isNew() ? call(opened, script) : answer(opened.speech());
  }

  private Speech call(SpeechJournal.Opened opened, SpeechScript script) {
    Speech speech = opened.speech();
    SpeechProvider.SpokenAudio audio;
    try {
      audio = provider.speak(opened.account(), order(opened, script));
    } catch (ProviderCallFailed | BusinessException e) {
      return answer(ended(speech, e));
    }
    KeptAudio kept = keeping.commit(() -> audioKeeping.keep(speech, audio::writeTo));
    return answer(
        keeping.commit(() -> outcomes.spoken(speech.getId(), kept, audio.metered(), script)));
  }

  static SpeechOrder order(SpeechJournal.Opened opened, SpeechScript script) {
    Speech speech = opened.speech();
    return new SpeechOrder(
        opened.providerVoiceId(),
        script.text(),
        speech.getModel(),
        speech.getFormat().format(),
        speech.getFormat().sampleRate(),
        speech.getFormat().bitrate(),
        speech.getLabels().audible());
  }

  /** Writes down how a call ended that brought no audio, or not all of it. */
  Speech ended(Speech speech, RuntimeException why) {
    UUID id = speech.getId();
    if (why instanceof ProviderRefused e) {
      return keeping.commit(() -> outcomes.failed(id, e.fault(), e.isNoSuchVoice()));
    }
    if (why instanceof ProviderBusy e) {
      return keeping.commit(() -> outcomes.failed(id, e.fault(), false));
    }
    if (why instanceof BusinessException e) {
      // no key, no client: nothing was sent
      ProviderFault fault = new ProviderFault(e.code(), e.getMessage(), null, null);
      return keeping.commit(() -> outcomes.failed(id, fault, false));
    }
    return lost(speech, why);
  }

  /** Writes down that a call broke off after the provider had been asked. */
  Speech lost(Speech speech, RuntimeException why) {
    ProviderFault fault = BROKE_OFF;
    if (why instanceof ProviderCallFailed e) {
      fault = e.fault();
    } else {
      LOG.log(System.Logger.Level.ERROR, "Speech " + speech.getId() + " broke off", why);
    }
    ProviderFault known = fault;
    return keeping.commit(() -> outcomes.lost(speech.getId(), known));
  }

  /** An earlier speech as it ended. */
  static Speech answer(Speech speech) {
    return switch (speech.getState()) {
      case SPOKEN -> {
        if (speech.getWithheld() != null) {
          throw new SpeechStopped(speech, speech.getWithheld());
        }
        yield speech;
      }
      case RESERVED ->
          throw new Conflict(
              "speech-under-way",
              "Speech "
                  + speech.getId()
                  + " of this Idempotency-Key is still under way; ask again.");
      case FAILED, UNKNOWN -> throw new SpeechNotSpoken(speech);
    };
  }
}
