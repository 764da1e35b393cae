package dev.timbre.speech.entity;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What is to be said: a text within the provider's bounds. Only its digest is kept. */
public record SpeechScript(String text) {

  /** The text must stay under this many characters (MiniMax API reference, T2A v2). */
  public static final int LENGTH_LIMIT = 10_000;

  /**
   * Most units a character can be billed: a Chinese character counts two, any other one (MiniMax
   * API reference, pricing of speech).
   */
  public static final int MOST_UNITS_PER_CHARACTER = 2;

  /**
   * @throws Invalid when the text is blank or too long
   */
  public SpeechScript {
    int length = text == null ? 0 : text.codePointCount(0, text.length());
    if (text == null || text.isBlank()) {
      throw invalid("text-missing", "0", "text is empty; give something to say.");
    }
    if (length >= LENGTH_LIMIT) {
      throw invalid(
          "text-too-long",
          length + " characters",
          "text has " + length + " characters; it must have fewer than " + LENGTH_LIMIT + ".");
    }
  }

  /** No bill for this text can have more units. */
  public long mostUnits() {
    return (long) MOST_UNITS_PER_CHARACTER * text.codePointCount(0, text.length());
  }

  /** SHA-256 of the text in UTF-8. */
  public String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Invalid invalid(String rule, String value, String message) {
    return new Invalid(
        rule,
        message,
        List.of(
            new Violation(
                "text", rule, value, "fewer than " + LENGTH_LIMIT + " characters", message)));
  }

  @Override
  public String toString() {
    return "SpeechScript[" + text.codePointCount(0, text.length()) + " characters]";
  }
}
