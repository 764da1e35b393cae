package dev.timbre.sandbox.speech;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into sentences and sentences into words, by their characters alone. */
final class Sentences {
  private static final String STOPS = "。！？…!?.";
  private static final String CLOSERS = "\"'”’」』）)]》";

  private Sentences() {}

  /**
   * A part of a text, in UTF-16 offsets.
   *
   * @param to where it ends, exclusive
   */
  record Part(int from, int to) {}

  /**
   * The sentences between two offsets, without the blanks around them. A line break ends one; a
   * full stop ends one only before a blank or the end, so that numbers stay whole.
   */
  static List<Part> cut(String text, int from, int to) {
    List<Part> parts = new ArrayList<>();
    int begin = from;
    int at = from;
    while (at < to) {
      boolean ended = text.charAt(at) == '\n';
      at++;
      if (!ended && isStop(text, at - 1, to)) {
        while (at < to && (STOPS + CLOSERS).indexOf(text.charAt(at)) >= 0) {
          at++;
        }
        ended = true;
      }
      if (ended) {
        addTrimmed(parts, text, begin, at);
        begin = at;
      }
    }
    addTrimmed(parts, text, begin, to);
    return parts;
  }

  /** The words between two offsets: each syllabic character, and every run of other letters. */
  static List<Part> words(String text, int from, int to) {
    List<Part> words = new ArrayList<>();
    int at = from;
    while (at < to) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (Character.isLetterOrDigit(point)) {
        while (!isIdeograph(point) && next < to && continues(text, next, to)) {
          next += Character.charCount(text.codePointAt(next));
        }
        words.add(new Part(at, next));
      }
      at = next;
    }
    return words;
  }

  private static boolean continues(String text, int at, int to) {
    int point = text.codePointAt(at);
    if (Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK) {
      return !isIdeograph(point);
    }
    boolean joins = point == '\'' || point == '’' || point == '-' || point == '.' || point == ',';
    return joins
        && at + 1 < to
        && Character.isLetterOrDigit(text.codePointAt(at + 1))
        && !isIdeograph(text.codePointAt(at + 1));
  }

  private static boolean isStop(String text, int at, int to) {
    char sign = text.charAt(at);
    if (sign != '.') {
      return STOPS.indexOf(sign) >= 0;
    }
    return at + 1 >= to
        || Character.isWhitespace(text.charAt(at + 1))
        || (STOPS + CLOSERS).indexOf(text.charAt(at + 1)) >= 0;
  }

  private static boolean isIdeograph(int point) {
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  private static void addTrimmed(List<Part> parts, String text, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (begin < end) {
      parts.add(new Part(begin, end));
    }
  }
}
