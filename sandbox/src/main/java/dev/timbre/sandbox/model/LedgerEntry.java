package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * Something the provider charged.
 *
 * @param voiceId the voice it is about; null for what has none
 * @param model null for a voice fee
 * @param quantity billed characters or whatever the kind counts; 1 for a fee
 * @param amount exact, in {@link Billing#CURRENCY}
 * @param purse which of the account's purses paid
 */
public record LedgerEntry(
    Instant time,
    String account,
    Kind kind,
    String voiceId,
    String model,
    long quantity,
    BigDecimal amount,
    Purse purse)
    implements Fact {

  /** Takes what an older journal does not say for money that was paid in. */
  public LedgerEntry {
    purse = purse == null ? Purse.PAY_AS_YOU_GO : purse;
  }

  /** A charge that is paid as you go. */
  public LedgerEntry(
      Instant time,
      String account,
      Kind kind,
      String voiceId,
      String model,
      long quantity,
      BigDecimal amount) {
    this(time, account, kind, voiceId, model, quantity, amount, Purse.PAY_AS_YOU_GO);
  }

  /** The same, paid from a purse. */
  public LedgerEntry from(Purse payer) {
    return new LedgerEntry(time, account, kind, voiceId, model, quantity, amount, payer);
  }

  /** What was charged. */
  public enum Kind {
    /** The once-only fee of a cloned voice, due at its first real synthesis. */
    FEE,
    /** Characters of a real synthesis. */
    CHARACTERS,
    /** Characters of a clone's preview. */
    PREVIEW,
    /** Tokens of a text model. */
    TOKENS,
    /** Videos. */
    VIDEO,
    /** Images. */
    IMAGE,
    /** Pieces of music, or lyrics. */
    MUSIC,
    /** Seconds of speech that was written down. */
    TRANSCRIPTION;

    /** The name in JSON: lower case. */
    @JsonValue
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
