package dev.timbre.speech.control;

import dev.timbre.platform.control.OutcomeKeeping;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.Invalid;
import dev.timbre.provider.control.LiveAudio;
import dev.timbre.provider.control.ProviderCallFailed;
import dev.timbre.provider.control.ProviderConfig;
import dev.timbre.provider.control.ProviderOutcomeLost;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The call between the two transactions of a streamed speech. The provider's stream is read to its
 * end whatever becomes of the caller, because only the end tells the bill.
 */
@ApplicationScoped
class SpeechBroadcast {

  @Inject SpeechOutcomes outcomes;
  @Inject OutcomeKeeping keeping;
  @Inject SpeechProvider provider;
  @Inject ProviderConfig limits;
  @Inject SpeechCall call;
  @Inject SpeechKeeping audioKeeping;
  @Inject SpeechWatch watch;
  @Inject RelayThreads threads;
  @Inject BlobStore store;
  @Inject Clock clock;

  /** Shorter than what servers and proxies take for a dead line. */
  @Inject
  @ConfigProperty(name = "timbre.speech.stream.keep-alive", defaultValue = "PT15S")
  Duration quiet;

  /**
   * @throws Invalid for a format whose length must be known at its beginning
   */
  void requireStreamable(SpeechFormat format) {
    if ("wav".equals(format.format())) {
      throw new Invalid(
          "speech-format-not-streamed",
          "format is 'wav', which begins with its length; stream mp3, flac or pcm.");
    }
  }

  /** Waits until the provider begins to answer; an earlier speech waits for nothing. */
  SpeechUnderWay open(SpeechJournal.Opened opened, SpeechScript script) {
    Speech speech = opened.speech();
    if (!opened.isNew()) {
      return new SpeechUnderWay(SpeechCall.answer(speech), script, null);
    }
    try {
      return new SpeechUnderWay(
          speech, script, provider.stream(opened.account(), SpeechCall.order(opened, script)));
    } catch (ProviderCallFailed | BusinessException e) {
      SpeechCall.answer(call.ended(speech, e));
      throw e;
    }
  }

  void deliver(SpeechUnderWay under, SpeechListener listener) {
    Speech speech = under.speech();
    if (under.isEarlier()) {
      new SpeechRelay(speech, listener, quiet, Optional::empty).repeat(() -> kept(speech));
      return;
    }
    SpeechRelay relay = new SpeechRelay(speech, listener, quiet, () -> watch.stopped(speech));
    SpeechOutlet outlet = new SpeechOutlet(relay, () -> watch.stopped(speech));
    try (LiveAudio audio = under.audio()) {
      relay.start(threads);
      KeptAudio kept = audioKeeping.pour(speech, outlet, out -> transfer(audio, out));
      Speech spoken =
          keeping.commit(
              () -> outcomes.spoken(speech.getId(), kept, audio.metered(), under.script()));
      if (spoken.getWithheld() == null) {
        relay.finish(spoken, () -> kept(spoken));
      } else {
        relay.stop(spoken.getWithheld());
      }
    } catch (RuntimeException e) {
      Speech ended = call.lost(speech, e);
      if (ended.getState() == SpeechState.SPOKEN) {
        // its outcome had been kept though the answer was lost
        relay.finish(ended, () -> kept(ended));
      } else {
        relay.fail(ended, new SpeechNotSpoken(ended));
      }
    } finally {
      relay.end();
    }
  }

  private Path kept(Speech speech) {
    return store.file(speech.getAudio());
  }

  private void transfer(LiveAudio audio, OutputStream out) throws IOException {
    Instant end = clock.instant().plus(limits.longestStream());
    for (Optional<byte[]> piece = audio.next(); piece.isPresent(); piece = audio.next()) {
      if (clock.instant().isAfter(end)) {
        throw new ProviderOutcomeLost(
            new ProviderFault(
                "stream-too-long",
                "The provider's stream did not end within " + limits.longestStream() + ".",
                null,
                "Compare with the provider's bill."),
            null);
      }
      out.write(piece.get());
    }
  }
}
