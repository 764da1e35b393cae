package dev.timbre.provider.client.error;

/** Text of a provider with a secret taken out. */
final class Masked {

  /** A shorter tail could be chance; a longer one gives the key away. */
  private static final int SHORTEST_TAIL = 4;

  private Masked() {}

  /** Masks the secret, also where a cut at the end of {@code text} left only its beginning. */
  static String text(String text, String secret) {
    String masked = text.replace(secret, "***");
    String end = masked.endsWith("…") ? "…" : "";
    String body = masked.substring(0, masked.length() - end.length());
    for (int length = secret.length() - 1; length >= SHORTEST_TAIL; length--) {
      if (body.endsWith(secret.substring(0, length))) {
        return body.substring(0, body.length() - length) + "***" + end;
      }
    }
    return masked;
  }
}
