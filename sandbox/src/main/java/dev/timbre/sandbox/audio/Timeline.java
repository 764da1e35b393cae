package dev.timbre.sandbox.audio;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When each character of a text is heard. Stretches are as long as they sound; within one, time is
 * shared out by what a character usually takes to say.
 */
public final class Timeline {
  private static final double SYLLABLE_WEIGHT = 2.4;
  private static final double STOP_WEIGHT = 3;
  private static final double COMMA_WEIGHT = 2;
  private static final double BLANK_WEIGHT = 0.3;

  private final NavigableMap<Integer, Span> spans = new TreeMap<>();

  /** A time in the sound, in milliseconds from its begin. */
  public record Span(double begin, double end) {}

  Timeline() {}

  /** Enters a stretch of text that begins at an offset, and when it is heard. */
  void add(int at, String stretch, double begin, double end) {
    double whole = stretch.codePoints().mapToDouble(Timeline::weight).sum();
    double before = 0;
    for (int i = 0; i < stretch.length(); i = stretch.offsetByCodePoints(i, 1)) {
      double after = before + weight(stretch.codePointAt(i));
      double from = begin + (end - begin) * before / whole;
      spans.put(at + i, new Span(from, begin + (end - begin) * after / whole));
      before = after;
    }
  }

  /** When the text from one offset to before another is heard; empty if none of it is. */
  public Optional<Span> between(int from, int to) {
    Map.Entry<Integer, Span> first = spans.ceilingEntry(from);
    Map.Entry<Integer, Span> last = spans.lowerEntry(to);
    if (first == null || last == null || first.getKey() >= to) {
      return Optional.empty();
    }
    return Optional.of(new Span(first.getValue().begin(), last.getValue().end()));
  }

  private static double weight(int point) {
    if (ScriptRun.isSyllabic(point)) {
      return SYLLABLE_WEIGHT;
    }
    if (Character.isLetterOrDigit(point)) {
      return 1;
    }
    return switch (point) {
      case '.', '!', '?', '…', '。', '！', '？', '\n' -> STOP_WEIGHT;
      case ',', ';', ':', '，', '、', '；', '：' -> COMMA_WEIGHT;
      default -> BLANK_WEIGHT;
    };
  }
}
