package dev.timbre.sandbox.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.AudioFormat;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Front;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.World;
import java.util.List;
import java.util.Optional;

/**
 * DMXAPI: {@code /v1/responses} for everything, told apart by {@code model}, and keys without the
 * word Bearer; bad keys and too many requests are refused by HTTP status.
 *
 * <ul>
 *   <li>{@code minimax-clone} and {@code minimax-clone-lastversion}: a clone whose recording is
 *       {@code input[0].file_id} and whose preview always says the same; {@code usage} counts one
 *       token a call
 *   <li>{@code speech-2.8-*}: speech whose text is {@code input}; {@code usage} counts characters
 *   <li>{@code POST /v1/audio/speech} with {@code speech-2.6-*}: speech in the form of OpenAI's
 *       API, answered as the bytes of the sound
 *   <li>{@code POST /v1/chat/completions}, {@code GET /v1/models}: as they are
 *   <li>upload: as {@code /v1/files/upload}, at a path that the settings say, because none is
 *       published
 * </ul>
 */
public final class Dmxapi {
  /** What every preview says, whatever is asked for. */
  static final String PREVIEW = "欢迎使用DMXAPI";

  private static final List<String> CLONE_MODELS =
      List.of("minimax-clone", "minimax-clone-lastversion");
  private static final List<String> SPEECH_MODELS = List.of("speech-2.8-hd", "speech-2.8-turbo");
  private static final List<String> BINARY_MODELS = List.of("speech-2.6-hd", "speech-2.6-turbo");

  private final Upstream provider;
  private final World world;

  /**
   * The gateway in front of a provider.
   *
   * @param official the provider's own operations
   */
  public Dmxapi(Router official, World world) {
    this.provider = new Upstream(official);
    this.world = world;
  }

  /** Its counter. */
  public Front front() {
    ErrorStyle errors = new RelayErrors(ErrorStyle.ENVELOPE);
    Router router =
        provider
            .withTextModels(new Router(), "", RelayErrors::new)
            .add("POST", "/v1/responses", this::respond, errors)
            .add("POST", "/v1/audio/speech", this::speakBinary, errors)
            .addMovable(
                "POST",
                () -> world.settings().dialects().dmxapiUploadPath(),
                provider.passing("POST", "/v1/files/upload"),
                errors);
    return new Front(Dialect.DMXAPI, Front.KeyForm.RAW, router);
  }

  private Answer respond(Call call) throws Exception {
    Fields asked = call.json();
    String model = asked.requireText("model");
    call.replaceBody(asked.copy());
    if (CLONE_MODELS.contains(model)) {
      return clone(call, asked);
    }
    if (SPEECH_MODELS.contains(model)) {
      return speak(call, asked);
    }
    throw asked.refusal("model", "must be one of " + CLONE_MODELS + " or " + SPEECH_MODELS);
  }

  private Answer clone(Call call, Fields asked) throws Exception {
    List<Fields> input = asked.objects("input");
    if (input.size() != 1) {
      throw asked.refusal("input", "must hold one object with a file_id");
    }
    ObjectNode body = asked.copy();
    body.remove("input");
    body.put("file_id", input.get(0).requireInt64("file_id"));
    body.put("text", PREVIEW).put("model", SPEECH_MODELS.get(0));
    endPrompt(body);
    ObjectNode answer = provider.ask(call, "/v1/voice_clone", body);
    answer.remove("extra_info");
    answer.set("usage", usage(0, 1));
    return world.settings().dialects().dmxapiDamagedJson()
        ? Answer.text(200, "application/json", DamagedJson.of(answer)).withCode(0)
        : Answer.json(200, answer).withCode(0);
  }

  /** The gateway's own example has a transcript without an end, which the provider would refuse. */
  private static void endPrompt(ObjectNode body) {
    if (body.path("clone_prompt") instanceof ObjectNode prompt) {
      String text = prompt.path("prompt_text").asText("").strip();
      boolean open =
          !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
      prompt.put("prompt_text", open ? text + "。" : text);
    }
  }

  private Answer speak(Call call, Fields asked) throws Exception {
    ObjectNode body = asked.copy();
    body.put("text", asked.requireText("input"));
    body.remove("input");
    call.replaceBody(body);
    Answer answer = provider.ask(call, "POST", "/v1/t2a_v2");
    if (asked.flag("stream")) {
      return answer;
    }
    ObjectNode spoken = Upstream.json(answer);
    spoken.set("usage", usage(0, spoken.at("/extra_info/usage_characters").asLong()));
    return Answer.json(200, spoken).withCode(0);
  }

  private static ObjectNode usage(long input, long output) {
    ObjectNode usage = Call.object().put("total_tokens", input + output).put("input_tokens", input);
    usage.putObject("input_tokens_details").put("cached_tokens", 0);
    usage.put("output_tokens", output);
    usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
    return usage;
  }

  private Answer speakBinary(Call call) throws Exception {
    Fields asked = call.json();
    asked.requireText("model");
    String model = asked.choice("model", BINARY_MODELS).orElseThrow();
    Optional<String> format =
        asked.choice("response_format", List.of("mp3", "opus", "flac", "wav", "pcm"));
    ObjectNode body = Call.object().put("model", model).put("text", asked.requireText("input"));
    ObjectNode voice = body.putObject("voice_setting").put("voice_id", asked.requireText("voice"));
    asked.decimal("speed", 0.5, 2).ifPresent(speed -> voice.put("speed", speed));
    body.putObject("audio_setting").put("format", format.orElse("mp3"));
    ObjectNode spoken = provider.ask(call, "/v1/t2a_v2", body);
    String type = AudioFormat.named(format.orElse("mp3")).orElseThrow().mediaType();
    return Answer.bytes(200, type, Upstream.sound(spoken)).withCode(0);
  }
}
