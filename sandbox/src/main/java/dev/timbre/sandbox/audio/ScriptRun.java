package dev.timbre.sandbox.audio;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text in one kind of script.
 *
 * @param latin whether FreeTTS can read it
 */
record ScriptRun(String text, boolean latin) {

  /** Letters of an alphabet that make one syllable, roughly. */
  private static final double LETTERS_PER_SYLLABLE = 2.4;

  /** Splits text; digits, blanks and punctuation go with the run before them. */
  static List<ScriptRun> of(String text) {
    List<ScriptRun> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    Boolean latin = null;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int point = text.codePointAt(at);
      if (Character.isLetterOrDigit(point)) {
        boolean now = isLatin(point);
        if (latin != null && latin != now) {
          runs.add(new ScriptRun(run.toString(), latin));
          run.setLength(0);
        }
        latin = now;
      }
      run.appendCodePoint(point);
    }
    if (latin != null) {
      runs.add(new ScriptRun(run.toString(), latin));
    }
    return runs;
  }

  int syllables() {
    double whole = 0;
    for (int point : text.codePoints().filter(Character::isLetterOrDigit).toArray()) {
      whole += isSyllabic(point) ? 1 : 1 / LETTERS_PER_SYLLABLE;
    }
    return Math.max(1, (int) Math.round(whole));
  }

  private static boolean isLatin(int point) {
    return UnicodeScript.of(point) == UnicodeScript.LATIN || (point >= '0' && point <= '9');
  }

  /** Whether a character is a syllable by itself. */
  static boolean isSyllabic(int point) {
    return switch (UnicodeScript.of(point)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
      default -> false;
    };
  }
}
