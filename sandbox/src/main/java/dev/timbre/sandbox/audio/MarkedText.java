package dev.timbre.sandbox.audio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text with its markup understood: pauses {@code <#1.5#>} and interjections {@code (laughs)}, as
 * described on the text-to-speech page of the MiniMax API reference.
 *
 * @param pieces in the order of the text
 */
public record MarkedText(List<Piece> pieces) {

  private static final Set<String> INTERJECTIONS =
      Set.of(
          "laughs",
          "chuckle",
          "coughs",
          "clear-throat",
          "groans",
          "breath",
          "pant",
          "inhale",
          "exhale",
          "gasps",
          "sniffs",
          "sighs",
          "snorts",
          "burps",
          "lip-smacking",
          "humming",
          "hissing",
          "emm",
          "sneezes",
          "whistles",
          "crying",
          "applause");
  private static final Pattern MARKUP = Pattern.compile("<#\\s*([0-9.+-]*)\\s*#>|\\(([a-z-]+)\\)");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;]+\\s+|[。！？；]+|\\n+");

  /** Seconds of pauses in all: the sandbox's own limit, so that no text fills its memory. */
  private static final double MAX_SILENCE = 1800;

  private static final BigDecimal SHORTEST = new BigDecimal("0.01");
  private static final BigDecimal LONGEST = new BigDecimal("99.99");

  /** A part of the text that is rendered in its own way. */
  public sealed interface Piece {}

  /**
   * Words to be spoken.
   *
   * @param at where they begin in the marked text, in UTF-16 units
   */
  public record Words(String text, int at) implements Piece {}

  /** Silence of that many seconds. */
  public record Pause(double seconds) implements Piece {}

  /** A sound that is no word, such as a laugh. */
  public record Interjection(String name) implements Piece {}

  /**
   * Takes text apart.
   *
   * @throws IllegalArgumentException when a pause is out of [0.01, 99.99], has more than two
   *     decimals, follows another pause, or does not stand between two speakable pieces
   */
  public static MarkedText parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = MARKUP.matcher(text);
    int from = 0;
    while (matcher.find()) {
      boolean pause = matcher.group(1) != null;
      if (!pause && !INTERJECTIONS.contains(matcher.group(2))) {
        continue;
      }
      addWords(pieces, text, from, matcher.start());
      pieces.add(pause ? pause(matcher.group(1)) : new Interjection(matcher.group(2)));
      from = matcher.end();
    }
    addWords(pieces, text, from, text.length());
    requirePausesBetween(pieces);
    return new MarkedText(List.copyOf(pieces));
  }

  /** The words alone, markup replaced by blanks. */
  public String words() {
    return pieces.stream()
        .map(p -> p instanceof Words w ? w.text() : " ")
        .collect(Collectors.joining());
  }

  /** The same pieces, with the words cut after each sentence. */
  List<Piece> sentences() {
    List<Piece> sentences = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Words words) {
        addSentences(sentences, words);
      } else {
        sentences.add(piece);
      }
    }
    return sentences;
  }

  private static void addSentences(List<Piece> sentences, Words words) {
    Matcher end = SENTENCE_END.matcher(words.text());
    int from = 0;
    while (end.find()) {
      sentences.add(new Words(words.text().substring(from, end.end()), words.at() + from));
      from = end.end();
    }
    if (from < words.text().length()) {
      sentences.add(new Words(words.text().substring(from), words.at() + from));
    }
  }

  private static void addWords(List<Piece> pieces, String text, int from, int to) {
    String words = text.substring(from, to);
    if (!words.isBlank()) {
      pieces.add(new Words(words, from));
    }
  }

  private static Pause pause(String seconds) {
    BigDecimal value;
    try {
      value = new BigDecimal(seconds);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("text has a pause <#" + seconds + "#> without a number");
    }
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0 || value.scale() > 2) {
      throw new IllegalArgumentException(
          "text has a pause <#"
              + seconds
              + "#>; it must be in [0.01, 99.99] seconds with at most two decimals");
    }
    return new Pause(value.doubleValue());
  }

  private static void requirePausesBetween(List<Piece> pieces) {
    double silence =
        pieces.stream().mapToDouble(p -> p instanceof Pause pause ? pause.seconds() : 0).sum();
    if (silence > MAX_SILENCE) {
      throw new IllegalArgumentException("text has more than 1800 seconds of pauses in all");
    }
    for (int i = 0; i < pieces.size(); i++) {
      boolean atEdge = i == 0 || i == pieces.size() - 1;
      if (pieces.get(i) instanceof Pause && (atEdge || pieces.get(i - 1) instanceof Pause)) {
        throw new IllegalArgumentException(
            "text has a pause that does not stand between two speakable pieces");
      }
    }
  }
}
