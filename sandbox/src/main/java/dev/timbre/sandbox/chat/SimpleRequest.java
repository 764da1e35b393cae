package dev.timbre.sandbox.chat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The requests in prose that the sandbox follows, so that a caller can decide what comes back:
 * {@code Say …} and its like, {@code Count to N}, {@code Write N words}, {@code Summarise …}, a sum
 * such as {@code 17 * 3}, each also in Chinese.
 */
final class SimpleRequest {
  private static final int MOST = 20_000;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  private record Rule(Pattern pattern, Function<MatchResult, String> answer) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "^(?:please )?(?:say|repeat|echo|(?:reply|respond|answer)(?: only)? with)(?:"
                  + " exactly)?(?: after me| the (?:word|words|text|following))?\\s*:?\\s+(.+)$",
              m -> unquoted(m.group(1))),
          rule("^(?:请)?(?:重复|只?回复|只?回答|说)(?:一遍)?\\s*[:：]?\\s*(.+)$", m -> unquoted(m.group(1))),
          rule("count (?:from 1 )?to (\\d{1,5})", m -> count(m.group(1))),
          rule("从\\s*1\\s*数到\\s*(\\d{1,5})", m -> count(m.group(1))),
          rule("write (?:me )?(?:about )?(\\d{1,5}) words", m -> words(m.group(1))),
          rule("写\\s*(\\d{1,5})\\s*个?字", m -> "字".repeat(Math.min(MOST, whole(m.group(1))))),
          rule("^(?:please )?summari[sz]e\\b[^:]*:\\s*(.+)$", m -> firstSentence(m.group(1))),
          rule("^(?:请)?总结[^:：]*[:：]\\s*(.+)$", m -> firstSentence(m.group(1))),
          rule(
              "(?<![\\w.])(-?\\d{1,9}(?:\\.\\d{1,6})?)\\s*([-+*/×÷])\\s*(-?\\d{1,9}(?:\\.\\d{1,6})?)(?![\\w])",
              SimpleRequest::sum));

  private SimpleRequest() {}

  private static Rule rule(String pattern, Function<MatchResult, String> answer) {
    return new Rule(Pattern.compile(pattern, FLAGS), answer);
  }

  /** The answer to a request that is among them. */
  static Optional<String> answer(String message) {
    String asked = message.strip();
    for (Rule rule : RULES) {
      Optional<String> answer =
          rule.pattern().matcher(asked).results().findFirst().map(rule.answer());
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    boolean quoted = bare.length() > 2 && bare.matches("(?s)^[\"'“‘「].*[\"'”’」][.!。！]?$");
    return quoted ? bare.substring(1).replaceFirst("[\"'”’」][.!。！]?$", "") : bare;
  }

  private static String count(String to) {
    return IntStream.rangeClosed(1, Math.min(MOST, whole(to)))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }

  private static String words(String number) {
    return IntStream.rangeClosed(1, Math.min(MOST, whole(number)))
        .mapToObj(i -> "word" + i)
        .collect(Collectors.joining(" "));
  }

  private static String firstSentence(String text) {
    return text.strip().replaceFirst("(?s)(?<=[.!?。！？]).*$", "");
  }

  private static String sum(MatchResult match) {
    BigDecimal one = new BigDecimal(match.group(1));
    BigDecimal other = new BigDecimal(match.group(3));
    BigDecimal result =
        switch (match.group(2)) {
          case "+" -> one.add(other);
          case "-" -> one.subtract(other);
          case "*", "×" -> one.multiply(other);
          default -> {
            if (other.signum() == 0) {
              yield null;
            }
            yield one.divide(other, 6, RoundingMode.HALF_EVEN);
          }
        };
    return result == null
        ? "A number cannot be divided by zero."
        : result.stripTrailingZeros().toPlainString();
  }

  private static int whole(String digits) {
    return Integer.parseInt(digits);
  }
}
