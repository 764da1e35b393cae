package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * DMXAPI, {@code https://www.dmxapi.cn}: the key stands bare in the header, and one path takes all
 * models. A clone names a model that stands for cloning, carries the sample in {@code input} and
 * always speaks the same preview text. Speech with 2.8 models carries the text in {@code input};
 * with 2.6 models it is a call of OpenAI's shape, answered with bare audio.
 *
 * <p>Documented by DMXAPI: cloning. Not documented, therefore settings: {@code clone-model}, {@code
 * speech-path}, {@code chat-path}, {@code models-path}, {@code upload-path}, {@code
 * upload-file-part}, {@code upload-purpose-part} and {@code upload-file-pointer}.
 */
final class DmxApiDialect extends Dialect {

  static final Set<String> SETTINGS =
      Set.of(
          "clone-model",
          "speech-path",
          "chat-path",
          "models-path",
          "upload-path",
          "upload-file-part",
          "upload-purpose-part",
          "upload-file-pointer");

  private static final String ALL_MODELS = "/v1/responses";

  /** Declared unchangeable in DMXAPI's document. */
  private static final String PREVIEW_TEXT = "欢迎使用DMXAPI";

  private static final Set<Operation> OFFERED =
      Set.of(
          Operation.UPLOAD_FILE,
          Operation.CLONE_VOICE,
          Operation.SPEAK,
          Operation.CHAT_OPENAI,
          Operation.LIST_MODELS);

  /** All that a call of OpenAI's shape can say of a synthesis. */
  private static final Set<String> SAYABLE_OPENAI =
      Set.of("model", "text", "stream", "output_format", "voice_setting", "audio_setting");

  DmxApiDialect(DialectSettings settings) {
    super("dmxapi", settings);
  }

  @Override
  public String authorization(String key) {
    return key;
  }

  @Override
  public Optional<String> fixedPreviewText() {
    return Optional.of(PREVIEW_TEXT);
  }

  @Override
  public UploadForm uploadForm() {
    UploadForm official = UploadForm.OFFICIAL;
    return new UploadForm(
        settings().value("upload-file-part", official.filePart()),
        settings().value("upload-purpose-part", official.purposePart()),
        settings().value("upload-file-pointer", official.filePointer()));
  }

  @Override
  public boolean offers(Operation operation) {
    return OFFERED.contains(operation);
  }

  @Override
  Route write(OfficialCall call) {
    return switch (call.operation()) {
      case UPLOAD_FILE -> new Route(settings().value("upload-path", call.path()), call.body());
      case CHAT_OPENAI -> new Route(settings().value("chat-path", call.path()), call.body());
      case LIST_MODELS -> new Route(settings().value("models-path", call.path()), call.body());
      case CLONE_VOICE -> new Route(ALL_MODELS, Optional.of(clone(call)));
      case SPEAK -> speech(call);
      default -> throw unsupported(call, "");
    };
  }

  private JsonObject clone(OfficialCall call) {
    refuseFields(call, "text_validation", "accuracy");
    JsonObject asked = call.body().orElseThrow();
    JsonObjectBuilder sample = Json.createObjectBuilder().add("file_id", asked.get("file_id"));
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("model", settings().value("clone-model", "minimax-clone"))
            .add("input", Json.createArrayBuilder().add(sample))
            .add("voice_id", asked.get("voice_id"));
    if (asked.containsKey("clone_prompt")) {
      body.add("clone_prompt", asked.get("clone_prompt"));
    }
    return body.add("text", PREVIEW_TEXT)
        .add("need_noise_reduction", asked.getBoolean("need_noise_reduction", false))
        .add("need_volume_normalization", asked.getBoolean("need_volume_normalization", false))
        .add("aigc_watermark", asked.getBoolean("aigc_watermark", false))
        .add("language_boost", asked.getString("language_boost", ""))
        .build();
  }

  private Route speech(OfficialCall call) {
    String model = call.model().orElse("");
    if (model.startsWith("speech-2.8-")) {
      return new Route(ALL_MODELS, Optional.of(responsesSpeech(call)));
    }
    if (model.startsWith("speech-2.6-")) {
      String path = settings().value("speech-path", "/v1/audio/speech");
      return new Route(path, Optional.of(openAiSpeech(call)));
    }
    throw unsupported(call, "model " + model);
  }

  private JsonObject responsesSpeech(OfficialCall call) {
    JsonObject asked = call.body().orElseThrow();
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("model", settings().modelName(asked.getString("model")))
            .add("input", asked.get("text"));
    for (Map.Entry<String, JsonValue> field : asked.entrySet()) {
      switch (field.getKey()) {
        case "model", "text" -> {}
        case "timbre_weights" -> body.add("timber_weights", field.getValue());
        default -> body.add(field.getKey(), field.getValue());
      }
    }
    return body.build();
  }

  /** Refuses what the shape has no words for, rather than to speak otherwise than asked. */
  private JsonObject openAiSpeech(OfficialCall call) {
    JsonObject asked = call.body().orElseThrow();
    for (String field : asked.keySet()) {
      if (!SAYABLE_OPENAI.contains(field)) {
        throw unsupported(call, "field " + field + " with a 2.6 model");
      }
    }
    JsonObject voice = asked.getJsonObject("voice_setting");
    boolean plainVoice = voice.keySet().equals(Set.of("voice_id"));
    boolean plainAudio = !asked.containsKey("audio_setting");
    if (!plainVoice || !plainAudio || asked.getBoolean("stream", false)) {
      throw unsupported(call, "voice, audio or stream settings with a 2.6 model");
    }
    return Json.createObjectBuilder()
        .add("model", settings().modelName(asked.getString("model")))
        .add("input", asked.get("text"))
        .add("voice", voice.get("voice_id"))
        .build();
  }
}
