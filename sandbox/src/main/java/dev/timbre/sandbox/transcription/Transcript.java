package dev.timbre.sandbox.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What stands for the words of a recording: it counts to ten, a word each half second, again and
 * again to the end. Whoever knows the length of a recording knows its transcript.
 *
 * @param seconds how long the recording is
 * @param sentences one for each ten words, the last one perhaps shorter; never empty
 */
record Transcript(double seconds, List<Segment> sentences) {
  private static final double WORD_SECONDS = 0.5;
  private static final List<String> ENGLISH =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final List<String> CHINESE =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

  Transcript {
    sentences = List.copyOf(sentences);
  }

  /** A stretch of speech, in seconds from the beginning, with its words if it is longer. */
  record Segment(double start, double end, String text, List<Segment> words) {}

  /**
   * The transcript of a recording.
   *
   * @param chinese whether it counts in Chinese instead of English
   */
  static Transcript of(double seconds, boolean chinese) {
    List<String> numbers = chinese ? CHINESE : ENGLISH;
    int count = Math.max(1, (int) (seconds / WORD_SECONDS));
    List<Segment> sentences = new ArrayList<>();
    List<Segment> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double start = i * WORD_SECONDS;
      double end = i == count - 1 ? seconds : start + WORD_SECONDS;
      words.add(new Segment(start, end, numbers.get(i % numbers.size()), List.of()));
      if (words.size() == numbers.size() || i == count - 1) {
        sentences.add(sentence(words, chinese));
        words.clear();
      }
    }
    return new Transcript(seconds, sentences);
  }

  private static Segment sentence(List<Segment> words, boolean chinese) {
    String text = words.stream().map(Segment::text).collect(Collectors.joining(chinese ? "" : " "));
    String whole =
        chinese ? text + "。" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return new Segment(
        words.get(0).start(),
        words.get(words.size() - 1).end(),
        chinese ? whole : whole + ".",
        List.copyOf(words));
  }

  /** All words; sentences stand apart where words do. */
  String text() {
    boolean spaced = sentences.get(0).text().endsWith(".");
    return sentences.stream().map(Segment::text).collect(Collectors.joining(spaced ? " " : ""));
  }

  /** Its sentences, or its words. */
  List<Segment> segments(boolean byWord) {
    return byWord ? sentences.stream().flatMap(s -> s.words().stream()).toList() : sentences;
  }

  /** As SubRip subtitles. */
  String toSrt(boolean byWord) {
    StringBuilder srt = new StringBuilder();
    List<Segment> segments = segments(byWord);
    for (int i = 0; i < segments.size(); i++) {
      srt.append(i + 1).append('\n').append(cue(segments.get(i)).replace('.', ','));
      srt.append(segments.get(i).text()).append("\n\n");
    }
    return srt.toString();
  }

  /** As WebVTT subtitles. */
  String toVtt(boolean byWord) {
    return segments(byWord).stream()
        .map(segment -> cue(segment) + segment.text() + "\n\n")
        .collect(Collectors.joining("", "WEBVTT\n\n", ""));
  }

  private static String cue(Segment segment) {
    return clock(segment.start()) + " --> " + clock(segment.end()) + "\n";
  }

  private static String clock(double seconds) {
    long millis = Math.round(seconds * 1000);
    return "%02d:%02d:%02d.%03d"
        .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
  }
}
