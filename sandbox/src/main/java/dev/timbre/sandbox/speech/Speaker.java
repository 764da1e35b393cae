package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.audio.Synthesiser;
import dev.timbre.sandbox.audio.VoiceTone;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Allowance.Family;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Fact;
import dev.timbre.sandbox.model.Payer;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.VoiceBook;
import dev.timbre.sandbox.model.World;

/** Speaks for every speech family, with the same checks and the same bill. */
public final class Speaker {
  private static final double MAX_INVISIBLE = 0.1;

  private final World world;
  private final VoiceBook book;
  private final Allowance allowance;
  private final Synthesiser synthesiser;

  public Speaker(World world, VoiceBook book, Allowance allowance, Synthesiser synthesiser) {
    this.world = world;
    this.book = book;
    this.allowance = allowance;
    this.synthesiser = synthesiser;
  }

  /**
   * Makes sure that all voices can speak now.
   *
   * @throws Refusal 2042 or 2054
   */
  public void requireVoices(String account, SpeechManner manner) {
    manner.voiceIds().forEach(voiceId -> book.getSpeaking(account, voiceId));
  }

  /**
   * Makes sure that the customer has money left.
   *
   * @throws Refusal 1008
   */
  public void requireFunds(Customer customer) {
    allowance.requireFunds(currently(customer.account()), customer.purse());
  }

  /**
   * Counts speech that is under way until the answer is closed.
   *
   * @throws Refusal 1041
   */
  public Allowance.Connection connect(Customer customer) {
    return allowance.connect(currently(customer.account()), customer.key(), Family.SPEECH);
  }

  /**
   * Checks whether the customer may have a text spoken, and counts the request.
   *
   * @throws Refusal 1042, 1002, 2045, 1039, 1008, 1026, 2042 or 2054, or a code of the plan
   */
  public void admit(Customer customer, SpeechRequest request) {
    if (Billing.invisibleRatio(request.text()) > MAX_INVISIBLE) {
      throw Code.INVISIBLE_CHARACTERS.refusal();
    }
    Account account = currently(customer.account());
    String model = request.manner().model();
    long characters = Billing.characters(request.text());
    allowance.admitRequest(account, customer.key(), Family.SPEECH, model);
    allowance.admitQuantity(account, customer.key(), Family.SPEECH, model, characters);
    allowance.requireFunds(account, customer.purse());
    Triggers.checkInput(request.text());
    requireVoices(account.name(), request.manner());
  }

  /**
   * Speaks what was admitted; nothing is charged yet.
   *
   * @throws Refusal 1027, 2042 or 2054
   */
  public Speech speak(String account, SpeechRequest request) {
    VoiceTone tone = toneOf(account, request);
    return new Speech(
        request, synthesiser.speakTimed(request.marked(), tone, request.manner().delivery()));
  }

  /**
   * Begins to speak, sentence by sentence, what was admitted; nothing is charged yet.
   *
   * @throws Refusal 1027, 2042 or 2054
   */
  public SpeechPieces begin(String account, SpeechRequest request) {
    VoiceTone tone = toneOf(account, request);
    return new SpeechPieces(
        request, synthesiser.begin(request.marked(), tone, request.manner().delivery()));
  }

  private VoiceTone toneOf(String account, SpeechRequest request) {
    Triggers.checkOutput(request.text());
    return request.manner().tone(voiceId -> toneOf(account, voiceId));
  }

  /**
   * Charges what was spoken, and makes the voices permanent.
   *
   * @param together facts that become true in the same step
   */
  public void charge(Payer payer, SpeechManner manner, long characters, Fact... together) {
    book.recordSpeech(payer, manner.voiceIds(), manner.model(), characters, together);
  }

  private VoiceTone toneOf(String account, String voiceId) {
    return book.getSpeaking(account, voiceId)
        .map(voice -> new VoiceTone(voice.pitchHz()))
        .orElseGet(() -> VoiceTone.ofId(voiceId));
  }

  private Account currently(String account) {
    return world.account(account).orElseThrow(Code.INVALID_KEY::refusal);
  }
}
