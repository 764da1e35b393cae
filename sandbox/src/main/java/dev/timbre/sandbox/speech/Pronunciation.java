package dev.timbre.sandbox.speech;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A text and what is really said for it, after the replacements of a pronunciation dictionary.
 *
 * @param saidAt for each offset of the text, its end included, the offset in what is said
 */
record Pronunciation(String text, String said, int[] saidAt) {

  /** A plain replacement. */
  record Rule(String source, String replacement) {}

  /** Applies rules, one after the other. */
  static Pronunciation of(String text, List<Rule> rules) {
    int[] identity = IntStream.rangeClosed(0, text.length()).toArray();
    Pronunciation result = new Pronunciation(text, text, identity);
    for (Rule rule : rules) {
      result = result.with(rule);
    }
    return result;
  }

  /** What is said for a part of the text. */
  String saidBetween(int from, int to) {
    return said.substring(saidAt[from], saidAt[to]);
  }

  private Pronunciation with(Rule rule) {
    StringBuilder next = new StringBuilder();
    int[] moved = new int[said.length() + 1];
    int at = 0;
    while (at < said.length()) {
      if (said.startsWith(rule.source(), at)) {
        // Offsets inside a replaced word point to its begin, so that no part is said twice.
        for (int i = 0; i < rule.source().length(); i++) {
          moved[at + i] = next.length();
        }
        next.append(rule.replacement());
        at += rule.source().length();
      } else {
        moved[at] = next.length();
        next.append(said.charAt(at));
        at++;
      }
    }
    moved[said.length()] = next.length();
    int[] mapped = IntStream.of(saidAt).map(i -> moved[i]).toArray();
    return new Pronunciation(text, next.toString(), mapped);
  }
}
