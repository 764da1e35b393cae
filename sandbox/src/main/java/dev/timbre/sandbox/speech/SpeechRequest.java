package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.audio.MarkedText;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Refusal;

/**
 * A text and how it is to be spoken.
 *
 * @param pronunciation the text as sent, which is what is billed, and as it is said
 * @param written the text as sent, its markup understood
 * @param marked the same of what is really said
 */
public record SpeechRequest(
    SpeechManner manner, Pronunciation pronunciation, MarkedText written, MarkedText marked) {

  private static final int TEXT_BELOW = 10_000;

  /** Texts of this length or more are refused where they are answered at once. */
  public static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) >= TEXT_BELOW;
  }

  /**
   * The text of a call that is answered at once.
   *
   * @throws Refusal 2013 when it is missing or has 10,000 characters or more
   */
  static String requireText(Fields fields) {
    String text = fields.requireText("text");
    if (isTooLong(text)) {
      int length = text.codePointCount(0, text.length());
      throw fields.refusal("text", "must have fewer than 10000 characters, got " + length);
    }
    return text;
  }

  /**
   * A text of any length in that manner.
   *
   * @throws Refusal 2013 when its markup is wrong
   */
  public static SpeechRequest of(SpeechManner manner, String text) {
    Pronunciation pronunciation = Pronunciation.of(text, manner.rules());
    MarkedText written = marked(text);
    MarkedText said = pronunciation.said().equals(text) ? written : marked(pronunciation.said());
    return new SpeechRequest(manner, pronunciation, written, said);
  }

  /** The text as sent. */
  public String text() {
    return pronunciation.text();
  }

  /** Parses markup; refuses what it cannot honour. */
  public static MarkedText marked(String text) {
    try {
      return MarkedText.parse(text);
    } catch (IllegalArgumentException e) {
      throw Code.INVALID_PARAMS.refusal(e.getMessage());
    }
  }
}
