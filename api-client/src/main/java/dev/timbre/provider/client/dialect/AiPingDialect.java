package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * AIPing, {@code https://aiping.cn/api}: paths of its own for each operation, official bodies, some
 * models under its own names.
 *
 * <p>Documented by AIPing: cloning and listing voices. Not documented, therefore settings: {@code
 * upload-path}, {@code speech-path}, {@code chat-path}, {@code models-path}, and names of models.
 */
final class AiPingDialect extends Dialect {

  static final Set<String> SETTINGS =
      Set.of("upload-path", "speech-path", "chat-path", "models-path");

  /** As seen in use; the other models keep their official names. */
  private static final Map<String, String> MODEL_NAMES =
      Map.of(
          "speech-2.8-hd", "MiniMax-Speech-2.8-hd",
          "speech-2.8-turbo", "MiniMax-Speech-2.8-turbo");

  private final Map<Operation, String> paths;

  AiPingDialect(DialectSettings settings) {
    super("aiping", settings);
    this.paths =
        Map.of(
            Operation.CLONE_VOICE, "/v1/audio/minimax/voices/clone",
            Operation.LIST_VOICES, "/v1/audio/minimax/voices/list",
            Operation.UPLOAD_FILE, settings.value("upload-path", "/v1/audio/minimax/files/upload"),
            Operation.SPEAK, settings.value("speech-path", "/v1/audio/speech"),
            Operation.CHAT_OPENAI, settings.value("chat-path", "/v1/chat/completions"),
            Operation.LIST_MODELS, settings.value("models-path", "/v1/models"));
  }

  @Override
  public String authorization(String key) {
    return "Bearer " + key;
  }

  @Override
  public boolean offers(Operation operation) {
    return paths.containsKey(operation);
  }

  @Override
  Route write(OfficialCall call) {
    if (call.operation() == Operation.CLONE_VOICE) {
      refuseFields(call, "text_validation", "accuracy");
    }
    Optional<JsonObject> body =
        call.operation() == Operation.SPEAK ? call.body().map(this::withOwnModel) : call.body();
    return new Route(paths.get(call.operation()), body);
  }

  private JsonObject withOwnModel(JsonObject body) {
    String official = body.getString("model");
    String usual = MODEL_NAMES.getOrDefault(official, official);
    return Json.createObjectBuilder(body)
        .add("model", settings().modelName(official, usual))
        .build();
  }
}
