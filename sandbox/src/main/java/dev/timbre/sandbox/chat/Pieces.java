package dev.timbre.sandbox.chat;

import java.util.List;
import java.util.stream.IntStream;

/** How an answer is cut for a stream: a few tokens at a time. */
final class Pieces {
  private static final int TOKENS = 3;

  private Pieces() {}

  /** The pieces in order; none for an empty text. */
  static List<String> of(String text) {
    List<String> tokens = Tokens.of(text);
    return IntStream.iterate(0, i -> i < tokens.size(), i -> i + TOKENS)
        .mapToObj(i -> String.join("", tokens.subList(i, Math.min(tokens.size(), i + TOKENS))))
        .toList();
  }
}
