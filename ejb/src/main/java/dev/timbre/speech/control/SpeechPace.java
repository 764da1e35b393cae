package dev.timbre.speech.control;

import dev.timbre.provider.control.RateGovernor;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Waits until the provider lets a speech through, before anything is held or sent for it. */
@ApplicationScoped
public class SpeechPace {

  @Inject RateGovernor governor;
  @Inject Ways ways;

  /**
   * @param voice id or alias; one that does not speak is let through, to be refused properly
   * @throws dev.timbre.platform.error.LimitExceeded when the wait would be too long
   */
  public void await(String voice, SpeechScript script) {
    if (governor.isNeeded()) {
      ways.ofVoice(voice).ifPresent(way -> admit(way, script));
    }
  }

  /** The same for a clone that is to be made permanent. */
  public void await(UUID cloneId, SpeechScript script) {
    if (governor.isNeeded()) {
      admit(ways.ofClone(cloneId), script);
    }
  }

  private void admit(Ways.Way way, SpeechScript script) {
    governor.admit(way.accountId(), way.model(), script.mostUnits());
  }

  /** Over which account, and with which model, a speech would go out. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Ways {

    @Inject Voices voices;
    @Inject Clones clones;

    /** Where a speech goes. */
    record Way(UUID accountId, String model) {}

    public Optional<Way> ofVoice(String idOrAlias) {
      return voices.find(idOrAlias).map(Voice::getPrimaryCloneId).map(this::ofClone);
    }

    public Way ofClone(UUID cloneId) {
      Clone clone = clones.get(cloneId);
      return new Way(clone.getAccountId(), clone.getRevision().getOptions().model());
    }
  }
}
