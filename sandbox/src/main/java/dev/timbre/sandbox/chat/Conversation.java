package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.timbre.sandbox.chat.Message.Role;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Triggers;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers as a text model would, without one: the same prompt has the same answer. In this order:
 *
 * <ol>
 *   <li>results of tools are repeated in the answer;
 *   <li>a tool that the last message is about ({@link ToolChoice}), or that must be used, is called
 *       with arguments that its schema allows;
 *   <li>a simple request is followed ({@link SimpleRequest});
 *   <li>anything else is said back.
 * </ol>
 *
 * Where JSON is asked for, the answer is JSON, made from names and numbers of the last message
 * where they fit. The words of {@link Triggers} have their effect here too.
 */
final class Conversation {
  private static final int QUOTED = 400;

  private Conversation() {}

  /**
   * Answers a prompt.
   *
   * @throws dev.timbre.sandbox.model.Refusal 1026 or 1027 for prohibited words, 2013 when the
   *     prompt is larger than the model's context, or a schema cannot be satisfied
   */
  static Completion answer(Prompt prompt) {
    prompt.messages().forEach(m -> Triggers.check(m.text()));
    int tokens = prompt.tokens();
    if (tokens > prompt.model().context()) {
      throw Code.INVALID_PARAMS.refusal(
          "context window exceeds limit: messages have "
              + tokens
              + " tokens, "
              + prompt.model().id()
              + " takes "
              + prompt.model().context());
    }
    String said = prompt.lastOfUser().map(Message::text).orElse("");
    List<ToolCall> calls = prompt.freshResults().isEmpty() ? calls(prompt, said) : List.of();
    String text = calls.isEmpty() ? text(prompt, said) : "";
    String reasoning = prompt.thinking() ? reasoning(prompt, said, calls) : "";
    return Completion.within(prompt.bounds(), tokens, reasoning, text, calls);
  }

  private static List<ToolCall> calls(Prompt prompt, String said) {
    Toolbox box = prompt.toolbox();
    List<Tool> wanted =
        switch (box.use()) {
          case NONE -> List.<Tool>of();
          case AUTO -> ToolChoice.meant(box.tools(), said);
          case REQUIRED -> {
            List<Tool> meant = ToolChoice.meant(box.tools(), said);
            yield meant.isEmpty() ? box.tools().subList(0, 1) : meant;
          }
          case NAMED -> box.tools().stream().filter(t -> t.name().equals(box.forced())).toList();
        };
    List<ToolCall> calls = new ArrayList<>();
    Hints hints = new Hints(said);
    for (Tool tool : wanted.subList(0, Math.min(wanted.size(), box.parallel() ? 8 : 1))) {
      String id = callId(prompt, calls.size() + 1);
      calls.add(new ToolCall(id, tool.name(), arguments(tool, hints).toString()));
    }
    return calls;
  }

  private static JsonNode arguments(Tool tool, Hints hints) {
    JsonNode arguments =
        tool.parameters().isEmpty()
            ? JsonNodeFactory.instance.objectNode()
            : SchemaValue.of(tool.parameters(), hints);
    if (!arguments.isObject()) {
      throw Code.INVALID_PARAMS.refusal("parameters of tool " + tool.name() + " is no object");
    }
    return arguments;
  }

  /** An id that no earlier call of this conversation has. */
  private static String callId(Prompt prompt, int number) {
    int seed = prompt.messages().toString().hashCode();
    return String.format("call_function_%012x_%d", seed & 0xffff_ffffL, number);
  }

  private static String text(Prompt prompt, String said) {
    return switch (prompt.shape().kind()) {
      case TEXT -> prose(prompt, said);
      case OBJECT ->
          JsonNodeFactory.instance.objectNode().put("answer", prose(prompt, said)).toString();
      case SCHEMA -> SchemaValue.of(prompt.shape().schema(), new Hints(said)).toString();
    };
  }

  private static String prose(Prompt prompt, String said) {
    boolean chinese = isChinese(said);
    List<Message> results = prompt.freshResults();
    if (!results.isEmpty()) {
      List<String> sentences = new ArrayList<>();
      for (Message result : results) {
        String tool = prompt.toolBehind(result.answers());
        sentences.add(tool + (chinese ? " 的结果是：" : " answered: ") + result.text());
      }
      return String.join("\n", sentences);
    }
    return SimpleRequest.answer(said).orElseGet(() -> echo(prompt, said, chinese));
  }

  private static String echo(Prompt prompt, String said, boolean chinese) {
    StringBuilder echo = new StringBuilder();
    if (!said.isBlank()) {
      String quoted = said.strip();
      if (quoted.codePointCount(0, quoted.length()) > QUOTED) {
        quoted = quoted.substring(0, quoted.offsetByCodePoints(0, QUOTED)) + "…";
      }
      echo.append(chinese ? "你说的是：“" : "You said: \"").append(quoted).append(chinese ? "”" : "\"");
    }
    prompt
        .lastOfUser()
        .filter(m -> m.images() + m.videos() > 0)
        .ifPresent(m -> echo.append(echo.isEmpty() ? "" : " ").append(media(m, chinese)));
    return echo.isEmpty() ? (chinese ? "你好。" : "Hello.") : echo.toString();
  }

  private static String media(Message message, boolean chinese) {
    return chinese
        ? "（" + message.images() + " 张图片，" + message.videos() + " 个视频）"
        : "(" + message.images() + " images, " + message.videos() + " videos)";
  }

  private static String reasoning(Prompt prompt, String said, List<ToolCall> calls) {
    if (!calls.isEmpty()) {
      return "The message is about " + calls.get(0).name() + ", so I call it.";
    }
    if (!prompt.freshResults().isEmpty()) {
      return "The tool has answered, so I report its result.";
    }
    return isChinese(said) ? "用户写了一句话，我来回答。" : "The user wrote something, so I answer it.";
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(p -> UnicodeScript.of(p) == UnicodeScript.HAN);
  }

  /** Whether anybody but the system has spoken; without that there is nothing to answer. */
  static boolean isAnswerable(List<Message> messages) {
    return messages.stream().anyMatch(m -> m.role() != Role.SYSTEM);
  }
}
