package dev.timbre.provider.client.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatAssemblyTest {

  private final ChatAssembly assembly = new ChatAssembly();

  private List<ChatDelta> add(String choices) {
    byte[] event = ("{\"choices\":[" + choices + "]}").getBytes(StandardCharsets.UTF_8);
    return assembly.add(new WireObject(JsonText.object(event).orElseThrow()));
  }

  private ChatAnswer answer() {
    return assembly.answer(Optional.empty());
  }

  @Test
  void severalChoices_areToldApart() {
    add("{\"index\":1,\"delta\":{\"content\":\"B\"}},{\"index\":0,\"delta\":{\"content\":\"A\"}}");
    add("{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}");
    assertThat(assembly.isFinished()).isFalse();
    add("{\"index\":1,\"delta\":{},\"finish_reason\":\"length\"}");

    assertThat(assembly.isFinished()).isTrue();
    assertThat(answer().choices())
        .extracting(choice -> choice.message().text())
        .containsExactly("Aa", "B");
    assertThat(answer().choices())
        .extracting(choice -> choice.finishReason().orElseThrow())
        .containsExactly(FinishReason.STOP, FinishReason.LENGTH);
  }

  @Test
  void toolCallPiecesWithoutIndex_areJoinedByTheirIds() {
    add(piece("\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}"));
    add(piece("\"function\":{\"arguments\":\"}\"}"));
    add(piece("\"id\":\"c2\",\"function\":{\"name\":\"g\",\"arguments\":\"1\"}"));
    add(piece("\"id\":\"c1\",\"function\":{\"arguments\":\" \"}"));

    assertThat(answer().toolCalls())
        .containsExactly(new ToolCall("c1", "f", "{} "), new ToolCall("c2", "g", "1"));
  }

  private static String piece(String toolCall) {
    return "{\"delta\":{\"tool_calls\":[{" + toolCall + "}]}}";
  }

  @Test
  void wholeAnswer_goesBeforeTheSumAndAddsNothing() {
    add("{\"delta\":{\"content\":\"Hi\",\"reasoning_content\":\"Well.\"}}");

    assertThat(
            add(
                "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"Hi!\",\"role\":\"assistant\"}}"))
        .isEmpty();

    assertThat(assembly.isConcluded()).isTrue();
    assertThat(answer().text()).isEqualTo("Hi!");
    assertThat(answer().message().orElseThrow().reasoning()).contains("Well.");
  }

  @Test
  void eventsThatAddNothing_yieldNoDelta() {
    assertThat(add("{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}")).isEmpty();
    assertThat(add("{\"delta\":null,\"finish_reason\":null}")).isEmpty();
    assertThat(add("{}, null, 7")).isEmpty();
    assertThat(add("{\"delta\":{\"content\":\" \"}}"))
        .singleElement()
        .satisfies(delta -> assertThat(delta.content()).contains(" "));
  }
}
