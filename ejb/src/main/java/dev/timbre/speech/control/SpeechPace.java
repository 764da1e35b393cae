package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Use;
import dev.timbre.platform.control.Idempotency;
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

/**
 * Waits until the provider lets a speech through, before anything is held or sent for it. What
 * would be refused, or was made before, takes nothing of what others wait for.
 */
@ApplicationScoped
public class SpeechPace {

  @Inject RateGovernor governor;
  @Inject Ways ways;

  /**
   * @throws dev.timbre.platform.error.LimitExceeded when the wait would be too long
   * @throws dev.timbre.platform.error.BusinessException when it may not be spoken anyway
   */
  void await(SpeechRequest request, boolean streamed) {
    if (governor.isNeeded()) {
      ways.of(request, streamed).ifPresent(way -> admit(way, request.script()));
    }
  }

  /** The same for a clone that an approver wants to make permanent. */
  void awaitActivation(UUID cloneId, SpeechScript script) {
    if (governor.isNeeded()) {
      ways.ofActivation(cloneId).ifPresent(way -> admit(way, script));
    }
  }

  /** The same for a clone that a policy makes permanent. */
  void await(UUID cloneId, SpeechScript script) {
    if (governor.isNeeded()) {
      admit(ways.ofClone(cloneId), script);
    }
  }

  /** The same for a voice that speaks for the company's own ears. */
  public void awaitReview(UUID voiceId, SpeechScript script) {
    if (governor.isNeeded()) {
      ways.ofVoice(voiceId).ifPresent(way -> admit(way, script));
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
    @Inject SpeechPermission permission;
    @Inject Labelling labelling;
    @Inject Access access;
    @Inject Idempotency idempotency;

    /** Where a speech goes. */
    record Way(UUID accountId, String model) {}

    /** Empty for a repeat. All is checked that {@link SpeechJournal#open} checks, but for money. */
    public Optional<Way> of(SpeechRequest request, boolean streamed) {
      if (idempotency.isRepeat()) {
        return Optional.empty();
      }
      Voice voice = voices.get(request.voice());
      Client client = permission.requireClient(voice);
      Clone clone = permission.requireLive(voice);
      Use use = permission.requireUse(client, request.useId());
      labelling.of(voice, use, request.format(), streamed);
      permission.requireConsent(voice, clone, use);
      return Optional.of(way(clone));
    }

    /** Empty for a repeat; the same checks as {@link SpeechJournal#openActivation}. */
    public Optional<Way> ofActivation(UUID cloneId) {
      if (idempotency.isRepeat()) {
        return Optional.empty();
      }
      Clone clone = clones.get(cloneId);
      Voice voice = voices.get(clone.getRevision().getVoiceId());
      access.requireBrand(voice.getBrandId(), Role.APPROVER);
      permission.requireActivatable(voice, clone);
      Use use = permission.reviewUse(access.speakingClient());
      permission.requireConsent(voice, clone, use);
      return Optional.of(way(clone));
    }

    public Way ofClone(UUID cloneId) {
      return way(clones.get(cloneId));
    }

    /** Empty for a voice that has no clone, which is refused properly later. */
    public Optional<Way> ofVoice(UUID voiceId) {
      return voices
          .find(voiceId.toString())
          .map(Voice::getPrimaryCloneId)
          .map(clones::get)
          .map(Ways::way);
    }

    private static Way way(Clone clone) {
      return new Way(clone.getAccountId(), clone.getRevision().getOptions().model());
    }
  }
}
