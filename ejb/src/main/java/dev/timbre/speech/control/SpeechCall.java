package dev.timbre.speech.control;

import dev.timbre.platform.control.OutcomeKeeping;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.control.ProviderBusy;
import dev.timbre.provider.control.ProviderOutcomeLost;
import dev.timbre.provider.control.ProviderRefused;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The call between the two transactions of a speech. */
@ApplicationScoped
class SpeechCall {

  @Inject SpeechJournal journal;
  @Inject SpeechOutcomes outcomes;
  @Inject OutcomeKeeping keeping;
  @Inject SpeechProvider provider;
  @Inject BlobStore store;

  /** Calls the provider once for a new speech; answers an earlier one as it ended. */
  public Speech perform(SpeechJournal.Opened opened, SpeechScript script) {
    return opened.isNew() ? call(opened, script) : answer(opened.speech());
  }

  private Speech call(SpeechJournal.Opened opened, SpeechScript script) {
    Speech speech = opened.speech();
    SpeechProvider.SpeechOrder order =
        new SpeechProvider.SpeechOrder(
            opened.providerVoiceId(),
            script.text(),
            speech.getModel(),
            speech.getFormat().format(),
            speech.getFormat().sampleRate(),
            speech.getFormat().bitrate());
    try {
      SpeechProvider.SpokenAudio audio = provider.speak(opened.account(), order);
      String digest = keeping.commit(() -> store.keep(audio::writeTo));
      return keeping.commit(() -> outcomes.spoken(speech.getId(), digest, audio, script));
    } catch (ProviderRefused e) {
      return answer(
          keeping.commit(() -> outcomes.failed(speech.getId(), e.fault(), e.isNoSuchVoice())));
    } catch (ProviderBusy e) {
      return answer(keeping.commit(() -> outcomes.failed(speech.getId(), e.fault(), false)));
    } catch (ProviderOutcomeLost e) {
      return answer(keeping.commit(() -> outcomes.lost(speech.getId(), e.fault())));
    } catch (BusinessException e) {
      // no key, no client: nothing was sent
      ProviderFault fault = new ProviderFault(e.code(), e.getMessage(), null, null);
      return answer(keeping.commit(() -> outcomes.failed(speech.getId(), fault, false)));
    }
  }

  private static Speech answer(Speech speech) {
    return switch (speech.getState()) {
      case SPOKEN -> speech;
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
