package dev.timbre.sandbox.chat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a user's words suggest as values: {@code name: value} pairs, quoted text, numbers and proper
 * names. Suggestions only; whoever uses one checks it against the schema.
 */
final class Hints {
  private static final int MAX_TEXT = 2_000;
  private static final Pattern QUOTED = Pattern.compile("[\"“「《]([^\"”」》]{1,200})[\"”」》]");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])-?\\d{1,15}(?:\\.\\d{1,9})?(?![\\w])");
  private static final Pattern PROPER =
      Pattern.compile("\\b\\p{Lu}[\\p{L}'-]*(?: \\p{Lu}[\\p{L}'-]*)*");

  /** Parameters that want all that was said, not one name out of it. */
  private static final Set<String> WANTS_ALL =
      Set.of("query", "q", "text", "message", "prompt", "question", "input", "content");

  /** Words that begin sentences and are no names. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "a", "an", "and", "answer", "call", "can", "could", "create", "find", "from", "get",
          "give", "hello", "hi", "how", "i", "i'm", "in", "is", "it", "list", "look", "make", "my",
          "no", "please", "reply", "say", "search", "set", "show", "tell", "the", "there", "this",
          "to", "use", "what", "what's", "when", "where", "which", "who", "why", "will", "write",
          "yes", "you", "your");

  private final String whole;

  /** The beginning of it, where values are looked for. */
  private final String text;

  Hints(String said) {
    whole = said;
    int end = Math.min(said.length(), MAX_TEXT);
    boolean split = end < said.length() && Character.isLowSurrogate(said.charAt(end));
    text = said.substring(0, split ? end - 1 : end);
  }

  /** Nothing was said. */
  static Hints none() {
    return new Hints("");
  }

  /** Texts for a field of that name, likeliest first. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>(named(name));
    if (WANTS_ALL.contains(name.toLowerCase(Locale.ROOT)) && !text.isBlank()) {
      texts.add(text.strip());
    }
    QUOTED.matcher(text).results().forEach(r -> texts.add(r.group(1)));
    PROPER.matcher(text).results().map(r -> withoutStarter(r.group())).forEach(texts::add);
    texts.removeIf(String::isBlank);
    return texts;
  }

  /** Numbers for a field of that name, likeliest first. */
  List<BigDecimal> numbers(String name) {
    List<BigDecimal> numbers = new ArrayList<>();
    named(name).stream()
        .filter(v -> NUMBER.matcher(v).matches())
        .forEach(v -> numbers.add(new BigDecimal(v)));
    NUMBER.matcher(text).results().forEach(r -> numbers.add(new BigDecimal(r.group())));
    return numbers;
  }

  /** Whether these words were said, in whatever case. */
  boolean mention(String words) {
    return !words.isBlank()
        && Pattern.compile(
                "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])"
                    + Pattern.quote(words)
                    + "(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(whole)
            .find();
  }

  private List<String> named(String name) {
    if (name.isBlank()) {
      return List.of();
    }
    String words = Pattern.quote(name).replace("_", "\\E[ _-]\\Q");
    Pattern pair =
        Pattern.compile(
            "\\b(?i:"
                + words
                + ")(?:\\s*[:=：]\\s*|\\s+is\\s+|\\s*[是为]\\s*|\\s+(?=[\"\\p{Lu}\\d]))"
                + "(?:\"([^\"]+)\"|'([^']+)'|([^\\s,;，。；?？!！]+))");
    return pair.matcher(text)
        .results()
        .map(r -> r.group(1) != null ? r.group(1) : r.group(2) != null ? r.group(2) : r.group(3))
        .map(v -> v.replaceFirst("\\.$", ""))
        .toList();
  }

  private static String withoutStarter(String words) {
    String rest = words;
    while (!rest.isEmpty()) {
      int space = rest.indexOf(' ');
      String first = space < 0 ? rest : rest.substring(0, space);
      if (!NO_NAMES.contains(first.toLowerCase(Locale.ROOT))) {
        return rest;
      }
      rest = space < 0 ? "" : rest.substring(space + 1);
    }
    return rest;
  }
}
