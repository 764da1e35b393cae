package dev.timbre.sandbox.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Front;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.World;
import java.util.List;
import java.util.Locale;

/**
 * AIPing: its own paths under {@code /v1/audio}, with or without {@code /api} before them, and
 * {@code input_sensitive} always an object. Bearer keys.
 *
 * <ul>
 *   <li>{@code POST /v1/audio/minimax/voices/clone}: as {@code /v1/voice_clone}, but without the
 *       comparison with a transcript; no {@code extra_info}
 *   <li>{@code POST /v1/audio/minimax/voices/list}: as {@code /v1/get_voice}
 *   <li>{@code POST /v1/audio/speech}: as {@code /v1/t2a_v2}, with models such as {@code
 *       MiniMax-Speech-2.8-hd}; too many requests get HTTP 429
 *   <li>{@code POST /v1/chat/completions}, {@code GET /v1/models}: as they are
 *   <li>upload: as {@code /v1/files/upload}, at a path that the settings say, because none is
 *       published
 * </ul>
 */
public final class Aiping {
  private static final String SPEECH = "/v1/audio/speech";
  private static final String CLONE = "/v1/audio/minimax/voices/clone";
  private static final String LIST = "/v1/audio/minimax/voices/list";
  private static final List<String> PREFIXES = List.of("", "/api");
  private static final String MODEL_PREFIX = "minimax-";

  private final Upstream provider;
  private final World world;

  /**
   * The gateway in front of a provider.
   *
   * @param official the provider's own operations
   */
  public Aiping(Router official, World world) {
    this.provider = new Upstream(official);
    this.world = world;
  }

  /** Its counter. */
  public Front front() {
    ErrorStyle clone = ownKeys(ErrorStyle.envelope(call -> clone(0, "")));
    ErrorStyle other = ownKeys(ErrorStyle.ENVELOPE);
    Router router = new Router();
    for (String prefix : PREFIXES) {
      provider
          .withTextModels(router, prefix, Aiping::ownKeys)
          .add("POST", prefix + CLONE, this::clone, clone)
          .add("POST", prefix + LIST, provider.passing("POST", "/v1/get_voice"), other)
          .add("POST", prefix + SPEECH, this::speak, throttled(other))
          .addMovable(
              "POST",
              () -> prefix + world.settings().dialects().aipingUploadPath(),
              provider.passing("POST", "/v1/files/upload"),
              other);
    }
    return new Front(Dialect.AIPING, Front.KeyForm.BEARER, router);
  }

  /** An unknown key is not told from none. */
  private static ErrorStyle ownKeys(ErrorStyle passedOn) {
    return (call, refusal) ->
        passedOn.refuse(
            call,
            refusal.code() == Code.INVALID_KEY.number() ? Code.NOT_AUTHORISED.refusal() : refusal);
  }

  private static ErrorStyle throttled(ErrorStyle passedOn) {
    return (call, refusal) -> {
      Answer answer = passedOn.refuse(call, refusal);
      return refusal.code() == Code.RATE_LIMIT.number() ? answer.withStatus(429) : answer;
    };
  }

  private Answer clone(Call call) throws Exception {
    ObjectNode asked = call.json().copy();
    asked.remove(List.of("text_validation", "accuracy"));
    ObjectNode answer = provider.ask(call, "/v1/voice_clone", asked);
    return Answer.success(
        clone(answer.path("input_sensitive_type").asInt(), answer.path("demo_audio").asText()));
  }

  private static ObjectNode clone(int risk, String preview) {
    ObjectNode own = Call.object();
    own.putObject("input_sensitive").put("type", risk);
    return own.put("demo_audio", preview);
  }

  private Answer speak(Call call) throws Exception {
    ObjectNode asked = call.json().copy();
    String model = asked.path("model").asText("").toLowerCase(Locale.ROOT);
    if (model.startsWith(MODEL_PREFIX)) {
      asked.put("model", model.substring(MODEL_PREFIX.length()));
    }
    call.replaceBody(asked);
    return provider.ask(call, "POST", "/v1/t2a_v2");
  }
}
