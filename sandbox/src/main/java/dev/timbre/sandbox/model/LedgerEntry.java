package dev.timbre.sandbox.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something the provider charged.
 *
 * @param model the speech model; null for a voice fee
 * @param quantity billed characters, or 1 for a fee
 * @param amount exact, in {@link Billing#CURRENCY}
 */
public record LedgerEntry(
    Instant time,
    String account,
    Kind kind,
    String voiceId,
    String model,
    long quantity,
    BigDecimal amount)
    implements Fact {

  /** What was charged; written in lower case. */
  public enum Kind {
    /** The once-only fee of a cloned voice, due at its first real synthesis. */
    fee,
    /** Characters of a real synthesis. */
    characters,
    /** Characters of a clone's preview. */
    preview
  }
}
