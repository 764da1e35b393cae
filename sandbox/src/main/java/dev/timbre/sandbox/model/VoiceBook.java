package dev.timbre.sandbox.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who owns which voice, how long it lives, and what its use is charged. */
public final class VoiceBook {
  private final World world;
  private final SystemVoices systemVoices;

  public VoiceBook(World world, SystemVoices systemVoices) {
    this.world = world;
    this.systemVoices = systemVoices;
  }

  /**
   * Makes sure an id can be given to a new voice.
   *
   * @throws Refusal 2039 when it is a system voice's or was ever given to the account, deleted and
   *     lapsed voices included
   */
  public void requireFree(String account, String voiceId) {
    if (systemVoices.contains(voiceId) || world.voice(account, voiceId).isPresent()) {
      throw Code.DUPLICATE_VOICE.refusal();
    }
  }

  /**
   * Enters a new voice and charges its preview, if it had one.
   *
   * @param previewModel null without a preview
   * @throws Refusal 2039 when the id was taken meanwhile; then nothing is charged
   */
  public void enter(Voice voice, String previewModel, long previewCharacters) {
    synchronized (world) {
      requireFree(voice.account(), voice.voiceId());
      List<Fact> facts = new ArrayList<>();
      facts.add(voice);
      if (previewModel != null) {
        BigDecimal amount = Billing.price(previewModel, previewCharacters);
        facts.add(
            new LedgerEntry(
                world.now(),
                voice.account(),
                LedgerEntry.Kind.PREVIEW,
                voice.voiceId(),
                previewModel,
                previewCharacters,
                amount));
        facts.add(currently(voice.account()).charged(amount));
      }
      world.commit(facts);
    }
  }

  /**
   * The account's own voice that can speak now; empty for a system voice.
   *
   * @throws Refusal 2042 when it is somebody else's, 2054 when there is none, no longer or never
   */
  public Optional<Voice> getSpeaking(String account, String voiceId) {
    if (systemVoices.contains(voiceId)) {
      return Optional.empty();
    }
    Instant now = world.now();
    Optional<Voice> own = world.voice(account, voiceId).filter(v -> v.isUsableAt(now));
    if (own.isPresent()) {
      return own;
    }
    if (world.voice(account, voiceId).isEmpty() && isForeign(account, voiceId, now)) {
      throw Code.NO_ACCESS_TO_VOICE.refusal();
    }
    throw Code.NO_SUCH_VOICE.refusal();
  }

  /**
   * Records a real synthesis: charges its characters, and makes each voice that speaks for the
   * first time permanent for its fee. Of two first syntheses at once, one pays.
   *
   * @param together facts that become true in the same step
   */
  public void recordSpeech(
      String account, List<String> voiceIds, String model, long characters, Fact... together) {
    synchronized (world) {
      Instant now = world.now();
      List<Fact> facts = new ArrayList<>(List.of(together));
      BigDecimal total = Billing.price(model, characters);
      for (String voiceId : voiceIds) {
        Optional<Voice> first = world.voice(account, voiceId).filter(v -> v.usedAt() == null);
        if (first.isPresent()) {
          facts.add(first.get().used(now));
          facts.add(
              new LedgerEntry(
                  now, account, LedgerEntry.Kind.FEE, voiceId, null, 1, Billing.VOICE_FEE));
          total = total.add(Billing.VOICE_FEE);
        }
      }
      facts.add(
          new LedgerEntry(
              now,
              account,
              LedgerEntry.Kind.CHARACTERS,
              voiceIds.get(0),
              model,
              characters,
              Billing.price(model, characters)));
      facts.add(currently(account).charged(total));
      world.commit(facts);
    }
  }

  /** The account's voices that a list shows: those that spoke and were not deleted. */
  public List<Voice> listed(String account) {
    Instant now = world.now();
    Predicate<Voice> own = v -> v.account().equals(account);
    return world.voices().stream()
        .filter(own.and(v -> v.stateAt(now) == Voice.State.PERMANENT))
        .toList();
  }

  /**
   * Deletes a voice, used or not; its id stays taken.
   *
   * @throws Refusal 2042 for somebody else's voice, 2013 for any other id
   */
  public Voice delete(String account, String voiceId) {
    synchronized (world) {
      Instant now = world.now();
      Optional<Voice> own = world.voice(account, voiceId);
      if (own.isEmpty() && isForeign(account, voiceId, now)) {
        throw Code.NO_ACCESS_TO_VOICE.refusal();
      }
      Voice voice =
          own.filter(v -> v.isUsableAt(now))
              .orElseThrow(() -> Code.INVALID_PARAMS.refusal("voice_id not exist"));
      world.commit(voice.deleted(now));
      return voice;
    }
  }

  private boolean isForeign(String account, String voiceId, Instant now) {
    return world.voices().stream()
        .anyMatch(
            v -> v.voiceId().equals(voiceId) && !v.account().equals(account) && v.isUsableAt(now));
  }

  private Account currently(String account) {
    return world.account(account).orElseThrow();
  }
}
