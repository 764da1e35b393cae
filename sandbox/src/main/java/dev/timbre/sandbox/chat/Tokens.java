package dev.timbre.sandbox.chat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the sandbox counts text, since it has no tokenizer: up to four letters or digits of any
 * script but Chinese are a token, and so is every Chinese character and every other sign; white
 * space belongs to the token after it. The real service counts otherwise, in the same order of
 * magnitude.
 */
final class Tokens {
  /** What a message costs beside its text. */
  static final int PER_MESSAGE = 4;

  /** What a picture costs, whatever its size. */
  static final int PER_IMAGE = 256;

  /** What a video costs, whatever its length. */
  static final int PER_VIDEO = 1024;

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]{1,4}|\\S)|\\s+");

  private Tokens() {}

  /** The tokens in order; put together they are the text again. */
  static List<String> of(String text) {
    return TOKEN.matcher(text).results().map(r -> r.group()).toList();
  }

  static int count(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /** The text's first tokens; all of it when it has no more. */
  static String first(String text, int tokens) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    for (int i = 0; i < tokens && matcher.find(); i++) {
      end = matcher.end();
    }
    return text.substring(0, end);
  }
}
