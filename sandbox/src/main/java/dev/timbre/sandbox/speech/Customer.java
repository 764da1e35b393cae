package dev.timbre.sandbox.speech;

/**
 * Who has something spoken.
 *
 * @param account the name of the account that pays
 * @param key the API key, under which requests are counted
 */
public record Customer(String account, String key) {
  @Override
  public String toString() {
    return "Customer[" + account + "]";
  }
}
