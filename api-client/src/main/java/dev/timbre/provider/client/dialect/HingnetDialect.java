package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;
import java.util.Set;

/**
 * Hingnet, {@code https://models.hingnet.com.cn}: the official path behind {@code /minimaxi}, the
 * official bodies. Queries of a video take its own {@code platform_id} as well as the official task
 * id. A synthesis may be answered with bare audio.
 *
 * <p>Documented by Hingnet: uploading, retrieving, cloning, speech whole and long, video. Not
 * documented, therefore settings: {@code prefix}, and {@code chat-path} and {@code models-path} of
 * its gateway for chat.
 */
final class HingnetDialect extends Dialect {

  static final Set<String> SETTINGS = Set.of("prefix", "chat-path", "models-path");

  private static final Set<Operation> BEHIND_PREFIX =
      Set.of(
          Operation.UPLOAD_FILE,
          Operation.RETRIEVE_FILE,
          Operation.CLONE_VOICE,
          Operation.SPEAK,
          Operation.ORDER_LONG_SPEECH,
          Operation.QUERY_LONG_SPEECH,
          Operation.ORDER_VIDEO,
          Operation.QUERY_VIDEO);

  HingnetDialect(DialectSettings settings) {
    super("hingnet", settings);
  }

  @Override
  public String authorization(String key) {
    return "Bearer " + key;
  }

  @Override
  public boolean offers(Operation operation) {
    return BEHIND_PREFIX.contains(operation)
        || operation == Operation.CHAT_OPENAI
        || operation == Operation.LIST_MODELS;
  }

  @Override
  Route write(OfficialCall call) {
    if (call.operation() == Operation.CHAT_OPENAI) {
      return new Route(settings().value("chat-path", call.path()), call.body());
    }
    if (call.operation() == Operation.LIST_MODELS) {
      return new Route(settings().value("models-path", call.path()), call.body());
    }
    if (call.operation() == Operation.CLONE_VOICE) {
      refuseFields(call, "text_validation", "accuracy");
    }
    return new Route(settings().value("prefix", "/minimaxi") + call.path(), call.body());
  }
}
