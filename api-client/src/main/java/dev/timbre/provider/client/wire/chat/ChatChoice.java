package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/** One of the messages that the model offers; usually there is one. */
public record ChatChoice(int index, AssistantMessage message, Optional<FinishReason> finishReason) {

  static ChatChoice read(WireObject choice) {
    return new ChatChoice(
        choice.smallInteger("index").orElse(0),
        AssistantMessage.read(choice.object("message").orElse(WireObject.EMPTY)),
        finishReason(choice));
  }

  static Optional<FinishReason> finishReason(WireObject choice) {
    return choice.text("finish_reason").filter(text -> !text.isBlank()).map(FinishReason::new);
  }
}
