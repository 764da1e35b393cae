package dev.timbre.sandbox.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts text that arrives in small pieces into sentences: MiniMax API reference, "T2A WebSocket
 * (bidirectional)". The lengths are not published; they are the sandbox's own.
 */
final class SentenceCutter {
  private static final String ENDS = "\n。！？…!?.";
  private static final String PAUSES = "，、；：,;:";

  /** From this length on a comma is enough. */
  private static final int LONG_ENOUGH = 30;

  /** At this length it is cut wherever that may be. */
  private static final int TOO_LONG = 300;

  private final StringBuilder rest = new StringBuilder();

  /** Takes a piece; the sentences that are complete with it, none of them blank. */
  List<String> add(String piece) {
    List<String> sentences = new ArrayList<>();
    piece
        .codePoints()
        .forEach(
            point -> {
              rest.appendCodePoint(point);
              if (isEnd(point)) {
                takeRest().ifPresent(sentences::add);
              }
            });
    return sentences;
  }

  private boolean isEnd(int point) {
    return ENDS.indexOf(point) >= 0
        || (PAUSES.indexOf(point) >= 0 && rest.length() >= LONG_ENOUGH)
        || rest.length() >= TOO_LONG;
  }

  /** What is left, complete or not; empty when it is blank. It is forgotten. */
  Optional<String> takeRest() {
    String text = rest.toString();
    rest.setLength(0);
    return Optional.of(text.strip())
        .filter(t -> t.codePoints().anyMatch(Character::isLetterOrDigit));
  }

  boolean isEmpty() {
    return rest.toString().isBlank();
  }
}
