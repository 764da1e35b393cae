package dev.timbre.provider.client;

import dev.timbre.provider.client.api.ChatApi;
import dev.timbre.provider.client.api.ModelsApi;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import dev.timbre.provider.client.wire.chat.ModelList;

/**
 * Conversations with the text models, in the provider's own form or in the form of OpenAI: the
 * request says which, and the answer is of one kind.
 */
public final class Chat {

  private final Calls calls;

  Chat(Calls calls) {
    this.calls = calls;
  }

  /**
   * Asks for the next message, in one answer; it may take minutes where the model thinks. Charged
   * per token.
   */
  public ChatAnswer complete(ChatRequest request) {
    ChatEndpoint endpoint = request.endpoint();
    return calls.perform(
        endpoint.operation(),
        () ->
            endpoint == ChatEndpoint.NATIVE
                ? api().complete(request)
                : api().completeAsOpenAi(request));
  }

  /**
   * Asks for the next message, piece by piece. Charged per token. Close the stream.
   *
   * @throws ProviderException when the provider refuses at once
   */
  public ChatStream stream(ChatRequest request) {
    Operation operation = request.endpoint().operation();
    return calls.perform(
        operation,
        () ->
            new ChatStream(
                calls,
                operation,
                calls.streams().open(operation, request.streamed(), calls.timeouts().speaking())));
  }

  /** Lists the text models that the account may use. */
  public ModelList models() {
    return calls.perform(
        Operation.LIST_MODELS,
        () -> calls.clients().get(ModelsApi.class, calls.timeouts().read()).list());
  }

  private ChatApi api() {
    return calls.clients().get(ChatApi.class, calls.timeouts().speaking());
  }
}
