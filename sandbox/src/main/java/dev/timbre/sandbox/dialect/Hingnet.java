package dev.timbre.sandbox.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.AudioFormat;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Front;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hingnet: the provider's paths after {@code /minimaxi}, the provider's bodies. Bearer keys; bad
 * keys and too many requests are refused by HTTP status.
 *
 * <ul>
 *   <li>{@code POST /minimaxi/v1/voice_clone}: {@code input_sensitive} is an object that is there
 *       only when the risk check hit, {@code demo_audio} only with a preview; no {@code extra_info}
 *   <li>{@code POST /minimaxi/v1/t2a_v2}: the names of OpenAI's voices stand for some of the
 *       provider's; a switch has it answer the bytes of the sound
 *   <li>{@code POST /minimaxi/v1/video_generation} adds {@code platform_id}, and the query takes
 *       either id
 *   <li>{@code POST /v1/chat/completions}, {@code GET /v1/models}, without the prefix: as they are
 *   <li>files: upload, retrieve, retrieve_content; asynchronous speech; as they are
 * </ul>
 */
public final class Hingnet {
  private static final String PREFIX = "/minimaxi";
  private static final String CLONE = "/v1/voice_clone";
  private static final String SPEECH = "/v1/t2a_v2";
  private static final String VIDEO = "/v1/video_generation";
  private static final String VIDEO_QUERY = "/v1/query/video_generation";

  private static final Map<String, String> VOICES =
      Map.of(
          "alloy", "female-chengshu",
          "echo", "male-qn-qingse",
          "fable", "male-qn-jingying",
          "onyx", "presenter_male",
          "nova", "presenter_female",
          "shimmer", "audiobook_female_1");

  private static final List<String> ASKED_BY_GET =
      List.of("/v1/files/retrieve", "/v1/files/retrieve_content", "/v1/query/t2a_async_query_v2");
  private static final List<String> ASKED_BY_POST = List.of("/v1/files/upload", "/v1/t2a_async_v2");

  private final Upstream provider;
  private final World world;

  /**
   * The gateway in front of a provider.
   *
   * @param official the provider's own operations
   */
  public Hingnet(Router official, World world) {
    this.provider = new Upstream(official);
    this.world = world;
  }

  /** Its counter. */
  public Front front() {
    ErrorStyle errors = new RelayErrors(ErrorStyle.ENVELOPE);
    Router router = provider.withTextModels(new Router(), "", RelayErrors::new);
    ASKED_BY_GET.forEach(
        path -> router.add("GET", PREFIX + path, provider.passing("GET", path), errors));
    ASKED_BY_POST.forEach(
        path -> router.add("POST", PREFIX + path, provider.passing("POST", path), errors));
    router
        .add("POST", PREFIX + CLONE, this::clone, errors)
        .add("POST", PREFIX + SPEECH, this::speak, errors)
        .add("POST", PREFIX + VIDEO, this::film, errors)
        .add("GET", PREFIX + VIDEO_QUERY, this::queryFilm, errors);
    return new Front(Dialect.HINGNET, Front.KeyForm.BEARER, router);
  }

  private Answer clone(Call call) throws Exception {
    ObjectNode answer = provider.ask(call, CLONE, call.json().copy());
    int risk = answer.path("input_sensitive_type").asInt();
    ObjectNode own = Call.object();
    if (risk > 0) {
      own.putObject("input_sensitive").put("type", risk);
    }
    String preview = answer.path("demo_audio").asText();
    if (!preview.isEmpty()) {
      own.put("demo_audio", preview);
    }
    return Answer.success(own);
  }

  private Answer speak(Call call) throws Exception {
    ObjectNode asked = call.json().copy();
    if (asked.path("voice_setting") instanceof ObjectNode voice) {
      String name = voice.path("voice_id").asText();
      voice.put("voice_id", VOICES.getOrDefault(name, name));
    }
    boolean streamed = asked.path("stream").asBoolean();
    boolean linked = asked.path("output_format").asText().equals("url");
    call.replaceBody(asked);
    Answer answer = provider.ask(call, "POST", SPEECH);
    if (!world.settings().dialects().hingnetRawAudio() || streamed || linked) {
      return answer;
    }
    ObjectNode spoken = Upstream.json(answer);
    String type =
        AudioFormat.named(spoken.at("/extra_info/audio_format").asText()).orElseThrow().mediaType();
    return Answer.bytes(200, type, Upstream.sound(spoken)).withCode(0);
  }

  private Answer film(Call call) throws Exception {
    ObjectNode answer = provider.ask(call, VIDEO, call.json().copy());
    answer.put("platform_id", PlatformId.of(answer.path("task_id").asText(), world.now()));
    return Answer.success(answer);
  }

  private Answer queryFilm(Call call) throws Exception {
    Optional<String> id = call.query("task_id").flatMap(PlatformId::taskOf);
    id.ifPresent(task -> call.replaceQuery("task_id", task));
    return provider.ask(call, "GET", VIDEO_QUERY);
  }
}
