package dev.timbre.provider.client;

import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatMessage;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ChatRequest;

/** A question to a text model, and the first piece of an answer. */
final class ChatQuestion {

  static final String FIRST_PIECE =
      "data: {\"id\":\"05f1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";

  static ChatRequest question(ChatEndpoint endpoint) {
    return ChatRequest.of(endpoint, ChatModel.M3).message(ChatMessage.user("Hello?")).build();
  }

  private ChatQuestion() {}
}
