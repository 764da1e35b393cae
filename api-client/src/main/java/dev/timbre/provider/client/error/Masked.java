package dev.timbre.provider.client.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

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

  /**
   * What led to a failure; where that shows the secret in any of its words, only its kind and where
   * it arose are left of it.
   *
   * @param cause may be null
   */
  static Throwable cause(Throwable cause, String secret) {
    if (cause == null || !printed(cause).contains(secret)) {
      return cause;
    }
    IOException masked = new IOException(cause.getClass().getName() + ": ***");
    masked.setStackTrace(cause.getStackTrace());
    return masked;
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
