package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.model.Payer;
import dev.timbre.sandbox.model.Purse;

/**
 * Who has something spoken.
 *
 * @param account the name of the account that pays
 * @param key the API key, under which requests are counted
 */
public record Customer(String account, String key) {
  /** Which of the account's purses pays: that of the key. */
  public Purse purse() {
    return Purse.of(key);
  }

  /** Who is charged. */
  public Payer payer() {
    return new Payer(account, purse());
  }

  @Override
  public String toString() {
    return "Customer[" + account + "]";
  }
}
