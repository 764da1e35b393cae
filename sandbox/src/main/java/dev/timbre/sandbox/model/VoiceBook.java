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
   * Enters a cloned voice and charges its preview, if it had one.
   *
   * @param previewModel null without a preview
   * @param purse that pays
   * @throws Refusal 2039 when the id was taken meanwhile; then nothing is charged
   */
  public void enter(Voice voice, String previewModel, long previewCharacters, Purse purse) {
    if (previewModel == null) {
      enter(voice, List.of());
    } else {
      BigDecimal amount = Billing.price(previewModel, previewCharacters);
      enter(voice, List.of(preview(voice, previewModel, previewCharacters, amount).from(purse)));
    }
  }

  /**
   * Enters a designed voice and charges its preview.
   *
   * @throws Refusal 2039 when the id was taken meanwhile; then nothing is charged
   */
  public void enterDesigned(Voice voice, long previewCharacters, Purse purse) {
    BigDecimal amount = Billing.designPreviewPrice(previewCharacters);
    enter(voice, List.of(preview(voice, null, previewCharacters, amount).from(purse)));
  }

  private LedgerEntry preview(Voice voice, String model, long characters, BigDecimal amount) {
    return new LedgerEntry(
        world.now(),
        voice.account(),
        LedgerEntry.Kind.PREVIEW,
        voice.voiceId(),
        model,
        characters,
        amount);
  }

  private void enter(Voice voice, List<LedgerEntry> charges) {
    synchronized (world) {
      requireFree(voice.account(), voice.voiceId());
      world.charge(charges, voice);
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
   * @param payer who pays, from which purse
   * @param together facts that become true in the same step
   */
  public void recordSpeech(
      Payer payer, List<String> voiceIds, String model, long characters, Fact... together) {
    String account = payer.account();
    synchronized (world) {
      Instant now = world.now();
      List<Fact> facts = new ArrayList<>(List.of(together));
      List<LedgerEntry> charges = new ArrayList<>();
      for (String voiceId : voiceIds) {
        Optional<Voice> first = world.voice(account, voiceId).filter(v -> v.usedAt() == null);
        if (first.isPresent()) {
          facts.add(first.get().used(now));
          charges.add(
              new LedgerEntry(
                      now, account, LedgerEntry.Kind.FEE, voiceId, null, 1, Billing.VOICE_FEE)
                  .from(payer.purse()));
        }
      }
      charges.add(
          new LedgerEntry(
                  now,
                  account,
                  LedgerEntry.Kind.CHARACTERS,
                  voiceIds.get(0),
                  model,
                  characters,
                  Billing.price(model, characters))
              .from(payer.purse()));
      world.charge(charges, facts.toArray(Fact[]::new));
    }
  }

  /** The account's voices of one origin that a list shows: those that spoke and are not deleted. */
  public List<Voice> listed(String account, Voice.Origin origin) {
    Instant now = world.now();
    Predicate<Voice> own = v -> v.account().equals(account) && v.origin() == origin;
    return world.voices().stream()
        .filter(own.and(v -> v.stateAt(now) == Voice.State.PERMANENT))
        .toList();
  }

  /**
   * Deletes a voice, used or not; its id stays taken.
   *
   * @throws Refusal 2042 for somebody else's voice, 2013 for any other id and for a voice of the
   *     other origin
   */
  public Voice delete(String account, String voiceId, Voice.Origin origin) {
    synchronized (world) {
      Instant now = world.now();
      Optional<Voice> own = world.voice(account, voiceId);
      if (own.isEmpty() && isForeign(account, voiceId, now)) {
        throw Code.NO_ACCESS_TO_VOICE.refusal();
      }
      Voice voice =
          own.filter(v -> v.isUsableAt(now) && v.origin() == origin)
              .orElseThrow(
                  () ->
                      Code.INVALID_PARAMS.refusal(
                          "voice_id not exist among voices of type " + origin.wireName()));
      world.commit(voice.deleted(now));
      return voice;
    }
  }

  private boolean isForeign(String account, String voiceId, Instant now) {
    return world.voices().stream()
        .anyMatch(
            v -> v.voiceId().equals(voiceId) && !v.account().equals(account) && v.isUsableAt(now));
  }
}
