package dev.timbre.sandbox.chat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which tools a message is about. A tool is meant when the message says its name, a telling word of
 * its name, the name of a parameter, or two Chinese characters in a row of its description; the
 * word {@code use-tool} means the first tool, whatever it is.
 */
final class ToolChoice {
  /** What calls the first tool for certain. */
  static final String TRIGGER = "use-tool";

  /** Words of names that tell nothing. */
  private static final Set<String> VAGUE =
      Set.of(
          "get",
          "set",
          "list",
          "find",
          "query",
          "call",
          "run",
          "make",
          "create",
          "fetch",
          "lookup",
          "current",
          "the",
          "and",
          "for",
          "with",
          "from",
          "all",
          "new",
          "info",
          "data",
          "tool",
          "function",
          "search",
          "text",
          "name",
          "type",
          "value",
          "unit",
          "format",
          "input",
          "user",
          "test",
          "show",
          "add",
          "use");

  /** What a Chinese question calls that tools commonly name in English. */
  private static final Map<String, String> CHINESE =
      Map.of(
          "weather",
          "天气",
          "time",
          "时间",
          "date",
          "日期",
          "stock",
          "股",
          "price",
          "价格",
          "location",
          "地点",
          "city",
          "城市",
          "translate",
          "翻译",
          "calculate",
          "计算",
          "calculator",
          "计算");

  private static final Pattern HAN_PAIR = Pattern.compile("(?=(\\p{IsHan}{2}))");
  private static final int TELLING = 3;

  private ToolChoice() {}

  /** The tools that the message is about, in the order they were offered. */
  static List<Tool> meant(List<Tool> tools, String message) {
    if (message.toLowerCase(Locale.ROOT).contains(TRIGGER) && !tools.isEmpty()) {
      return List.of(tools.get(0));
    }
    Hints said = new Hints(message);
    List<Tool> named =
        tools.stream().filter(t -> said.mention(t.name()) || saysWordOf(t.name(), said)).toList();
    return named.isEmpty()
        ? tools.stream().filter(t -> saysParameter(t, said) || describes(t, message)).toList()
        : named;
  }

  private static boolean saysWordOf(String name, Hints said) {
    return words(name).stream().anyMatch(w -> says(w, said));
  }

  private static boolean saysParameter(Tool tool, Hints said) {
    for (var parameter : tool.parameters().path("properties").properties()) {
      if (words(parameter.getKey()).stream().anyMatch(w -> says(w, said))) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(String word, Hints said) {
    return said.mention(word)
        || said.mention(word + "s")
        || (CHINESE.containsKey(word) && said.mention(CHINESE.get(word)));
  }

  private static boolean describes(Tool tool, String message) {
    return HAN_PAIR
        .matcher(tool.description())
        .results()
        .anyMatch(pair -> message.contains(pair.group(1)));
  }

  /** The telling words of an identifier, in lower case. */
  private static Set<String> words(String identifier) {
    Set<String> words = new LinkedHashSet<>();
    String spaced = identifier.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("[_.-]", " ");
    for (String word : spaced.toLowerCase(Locale.ROOT).split(" +")) {
      if (word.length() >= TELLING && !VAGUE.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }
}
