package dev.timbre.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.timbre.sandbox.chat.Completion.End;
import dev.timbre.sandbox.chat.Message.Role;
import dev.timbre.sandbox.chat.Prompt.Bounds;
import dev.timbre.sandbox.chat.Toolbox.Use;
import dev.timbre.sandbox.model.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TextModel PLAIN = TextModel.find("MiniMax-Text-01").orElseThrow();
  private static final Bounds WIDE = new Bounds(10_000, List.of());
  private static final Tool WEATHER =
      tool(
          "get_weather",
          "查询天气",
          "{\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"}},"
              + "\"required\":[\"location\"]}");
  private static final Tool CLOCK =
      tool("current_time", "Says how late it is", "{\"type\":\"object\",\"properties\":{}}");

  private static Tool tool(String name, String description, String parameters) {
    try {
      return new Tool(name, description, JSON.readTree(parameters));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Completion say(String text) {
    return within(WIDE, text);
  }

  private static Completion within(Bounds bounds, String text) {
    return Conversation.answer(
        new Prompt(
            PLAIN, List.of(Message.of(Role.USER, text)), Toolbox.EMPTY, Shape.TEXT, bounds, false));
  }

  private static Completion offer(Use use, String forced, boolean parallel, Message... messages) {
    Toolbox box = new Toolbox(List.of(WEATHER, CLOCK), use, forced, parallel);
    return Conversation.answer(new Prompt(PLAIN, List.of(messages), box, Shape.TEXT, WIDE, false));
  }

  private static Message user(String text) {
    return Message.of(Role.USER, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Say hello world | hello world",
        "Reply with exactly: \"yes, sir\" | yes, sir",
        "请回答：可以 | 可以",
        "Count to 4 | 1, 2, 3, 4",
        "Write 3 words | word1 word2 word3",
        "What is 17 * 3? | 51",
        "1 / 0 | A number cannot be divided by zero.",
        "Summarise this: First. Second. | First.",
        "How are you? | You said: \"How are you?\"",
        "今天怎么样？ | 你说的是：“今天怎么样？”"
      })
  void simpleRequest_isFollowed_andAnythingElseSaidBack(String asked, String answer) {
    assertThat(say(asked).text()).isEqualTo(answer);
    assertThat(say(asked).end()).isEqualTo(End.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What's the weather in Paris?",
        "call get_weather for Paris",
        "I need a location: Paris",
        "巴黎天气如何 location=Paris",
        "use-tool Paris"
      })
  void messageAboutATool_callsItWithFittingArguments(String asked) {
    Completion completion = offer(Use.AUTO, "", true, user(asked));
    assertThat(completion.end()).isEqualTo(End.TOOL_CALLS);
    assertThat(completion.text()).isEmpty();
    assertThat(completion.calls()).hasSize(1);
    ToolCall call = completion.calls().get(0);
    assertThat(call.name()).isEqualTo("get_weather");
    assertThat(call.arguments()).isEqualTo("{\"location\":\"Paris\"}");
    assertThat(call.id()).matches("call_function_[0-9a-f]{12}_1");
  }

  @Test
  void messageAboutNoTool_isAnsweredInWords() {
    assertThat(offer(Use.AUTO, "", true, user("Hello there")).calls()).isEmpty();
    assertThat(offer(Use.NONE, "", true, user("What's the weather?")).calls()).isEmpty();
  }

  @Test
  void requiredOrNamedTool_isCalledWhateverWasSaid() {
    assertThat(offer(Use.REQUIRED, "", true, user("Hello")).calls())
        .extracting(ToolCall::name)
        .containsExactly("get_weather");
    assertThat(offer(Use.NAMED, "current_time", true, user("Hello")).calls())
        .extracting(ToolCall::name, ToolCall::arguments)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("current_time", "{}"));
  }

  @Test
  void severalTools_areCalledAtOnce_unlessThatIsSwitchedOff() {
    Message both = user("Tell me the weather and the current_time in Oslo");
    assertThat(offer(Use.AUTO, "", true, both).calls())
        .extracting(ToolCall::name)
        .containsExactly("get_weather", "current_time");
    assertThat(offer(Use.AUTO, "", false, both).calls()).hasSize(1);
  }

  @Test
  void resultOfATool_isTold() {
    Message question = user("What's the weather in Paris?");
    Completion first = offer(Use.AUTO, "", true, question);
    Message asked = new Message(Role.ASSISTANT, "", 0, 0, first.calls(), "");
    Message result = Message.result(first.calls().get(0).id(), "24 degrees, sunny");
    Completion second = offer(Use.AUTO, "", true, question, asked, result);
    assertThat(second.calls()).isEmpty();
    assertThat(second.text()).isEqualTo("get_weather answered: 24 degrees, sunny");
    Completion third = offer(Use.AUTO, "", true, question, asked, result, question);
    assertThat(third.calls().get(0).id()).isNotEqualTo(first.calls().get(0).id());
  }

  @Test
  void tokenBound_cutsTheAnswer() {
    Completion cut = within(new Bounds(3, List.of()), "Write 50 words");
    assertThat(cut.text()).isEqualTo("word1 word");
    assertThat(cut.end()).isEqualTo(End.LENGTH);
    assertThat(cut.usage().completion()).isEqualTo(3);
  }

  @Test
  void tokenBound_countsThoughts() {
    TextModel thinker = TextModel.find("MiniMax-M2").orElseThrow();
    Prompt prompt =
        new Prompt(
            thinker,
            List.of(user("Hi")),
            Toolbox.EMPTY,
            Shape.TEXT,
            new Bounds(2, List.of()),
            true);
    Completion cut = Conversation.answer(prompt);
    assertThat(cut.reasoning()).isEqualTo("The user");
    assertThat(cut.text()).isEmpty();
    assertThat(cut.end()).isEqualTo(End.LENGTH);
    assertThat(cut.usage().reasoning()).isEqualTo(2);
  }

  @Test
  void stopText_endsTheAnswerBeforeIt() {
    Completion stopped = within(new Bounds(100, List.of("9", ", 4")), "Count to 9");
    assertThat(stopped.text()).isEqualTo("1, 2, 3");
    assertThat(stopped.end()).isEqualTo(End.STOP);
    assertThat(stopped.stoppedBy()).isEqualTo(", 4");
  }

  @Test
  void usage_countsByTheStatedRule() {
    Completion completion = say("Say 你好 cats!");
    assertThat(completion.text()).isEqualTo("你好 cats!");
    // 4 for the message; Say, 你, 好, cats, !
    assertThat(completion.usage().prompt()).isEqualTo(4 + 5);
    assertThat(completion.usage().completion()).isEqualTo(4);
    assertThat(completion.usage().total()).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource({"prohibited-content, 1026", "违禁内容, 1026", "prohibited-output, 1027"})
  void prohibitedWords_areRefused(String word, int code) {
    assertThatThrownBy(() -> say("Say " + word))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  @Test
  void promptBeyondTheContext_isRefused() {
    TextModel small = TextModel.find("MiniMax-M2").orElseThrow();
    Message large = new Message(Role.USER, "Hi", 900, 0, List.of(), "");
    Prompt prompt = new Prompt(small, List.of(large), Toolbox.EMPTY, Shape.TEXT, WIDE, false);
    assertThatThrownBy(() -> Conversation.answer(prompt))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("context window exceeds limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "Hello, world!  \n", "你好 世界", "naïve 3.14 👍🏽x", "\n\n"})
  void tokens_areTheTextAgain(String text) {
    assertThat(String.join("", Tokens.of(text))).isEqualTo(text);
    assertThat(Tokens.of(text)).hasSize(Tokens.count(text));
    assertThat(Tokens.first(text, Tokens.count(text))).isEqualTo(text);
  }
}
