package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.Operation;

/** The two forms in which the provider converses; an answer has the same kind in both. */
public enum ChatEndpoint {
  /** The provider's own form, {@code /v1/text/chatcompletion_v2}. */
  NATIVE(Operation.CHAT),

  /**
   * The form of OpenAI, {@code /v1/chat/completions}, with thinking, videos and service tiers. Its
   * errors come with an HTTP status.
   */
  OPENAI(Operation.CHAT_OPENAI);

  private final Operation operation;

  ChatEndpoint(Operation operation) {
    this.operation = operation;
  }

  public Operation operation() {
    return operation;
  }

  /** From the root, such as {@code /v1/chat/completions}. */
  public String path() {
    return operation.path();
  }
}
