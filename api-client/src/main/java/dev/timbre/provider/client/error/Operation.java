package dev.timbre.provider.client.error;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the client can ask of a provider, with the method and path of the official API. An operation
 * knows what it costs to do it twice, because that decides whether a failed call may be repeated.
 */
public enum Operation {
  /** Stores a file at the provider; doing it twice leaves a spare file. */
  UPLOAD_FILE("POST", "/v1/files/upload", Effect.REPEATABLE),
  /** Lists the stored files of one purpose. */
  LIST_FILES("GET", "/v1/files/list", Effect.NONE),
  /** Reads a file's description and download address. */
  RETRIEVE_FILE("GET", "/v1/files/retrieve", Effect.NONE),
  /** Reads a file's bytes. */
  RETRIEVE_CONTENT("GET", "/v1/files/retrieve_content", Effect.NONE),
  /** Deletes a stored file. */
  DELETE_FILE("POST", "/v1/files/delete", Effect.REPEATABLE),
  /** Makes a voice from a sample; the preview text, if any, is charged. */
  CLONE_VOICE("POST", "/v1/voice_clone", Effect.CHARGED),
  /** Makes a voice from a description; the preview text is charged. */
  DESIGN_VOICE("POST", "/v1/voice_design", Effect.CHARGED),
  /** Lists voices. */
  LIST_VOICES("POST", "/v1/get_voice", Effect.NONE),
  /** Deletes a voice for ever; its id can never be used again. */
  DELETE_VOICE("POST", "/v1/delete_voice", Effect.REPEATABLE),
  /** Synthesises speech, whole or as a stream; charged per character. */
  SPEAK("POST", "/v1/t2a_v2", Effect.CHARGED),
  /** Synthesises speech over a WebSocket; charged per character. */
  SPEAK_BY_SOCKET("GET", "/ws/v1/t2a_v2", Effect.CHARGED),
  /** Opens such a WebSocket, up to the first text; nothing is charged by that. */
  OPEN_SPEECH_SOCKET("GET", "/ws/v1/t2a_v2", Effect.NONE),
  /** Orders the synthesis of a long text; charged per character. */
  ORDER_LONG_SPEECH("POST", "/v1/t2a_async_v2", Effect.CHARGED),
  /** Asks how far the synthesis of a long text is. */
  QUERY_LONG_SPEECH("GET", "/v1/query/t2a_async_query_v2", Effect.NONE),
  /** Converses in the provider's own form; charged per token. */
  CHAT("POST", "/v1/text/chatcompletion_v2", Effect.CHARGED),
  /** Converses in the form of OpenAI; charged per token. */
  CHAT_OPENAI("POST", "/v1/chat/completions", Effect.CHARGED),
  /** Lists the text models. */
  LIST_MODELS("GET", "/v1/models", Effect.NONE),
  /** Orders a batch of conversations; each line is charged. */
  CREATE_BATCH("POST", "/v1/batches", Effect.CHARGED),
  /** Asks how far a batch is. */
  QUERY_BATCH("GET", "/v1/batches/{id}", Effect.NONE),
  /** Stops a batch. */
  CANCEL_BATCH("POST", "/v1/batches/{id}/cancel", Effect.REPEATABLE),
  /** Lists batches, page by page. */
  LIST_BATCHES("GET", "/v1/batches", Effect.NONE),
  /** Orders a video; charged. */
  ORDER_VIDEO("POST", "/v1/video_generation", Effect.CHARGED),
  /** Asks how far a video is. */
  QUERY_VIDEO("GET", "/v1/query/video_generation", Effect.NONE),
  /** Orders a video from a template; charged. */
  ORDER_TEMPLATE_VIDEO("POST", "/v1/video_template_generation", Effect.CHARGED),
  /** Asks how far a video from a template is. */
  QUERY_TEMPLATE_VIDEO("GET", "/v1/query/video_template_generation", Effect.NONE),
  /** Draws images; charged per image. */
  DRAW_IMAGES("POST", "/v1/image_generation", Effect.CHARGED),
  /** Makes music, whole or as a stream; charged. */
  MAKE_MUSIC("POST", "/v1/music_generation", Effect.CHARGED),
  /** Writes or edits lyrics; charged. */
  WRITE_LYRICS("POST", "/v1/lyrics_generation", Effect.CHARGED),
  /** Prepares a song for a cover; charged. */
  PREPARE_COVER("POST", "/v1/music_cover_preprocess", Effect.CHARGED),
  /** Reads the money left in the account. */
  QUERY_BALANCE("GET", "/account/query_balance", Effect.NONE),
  /** Reads what a subscription has left. */
  QUERY_PLAN("GET", "/v1/token_plan/remains", Effect.NONE),
  /** Fetches what a provider's answer points to; not an operation of the API itself. */
  DOWNLOAD("GET", "", Effect.NONE);

  private enum Effect {
    NONE,
    REPEATABLE,
    CHARGED
  }

  private final String method;
  private final String path;
  private final Effect effect;
  private final Pattern pattern;

  Operation(String method, String path, Effect effect) {
    this.method = method;
    this.path = path;
    this.effect = effect;
    this.pattern = Pattern.compile(".*" + path.replace("{id}", "[^/]+"));
  }

  /** The operation whose official path ends {@code path}; resellers put a prefix before it. */
  public static Optional<Operation> at(String method, String path) {
    return Arrays.stream(values())
        .filter(o -> !o.path.isEmpty() && o.method.equals(method))
        .filter(o -> o.pattern.matcher(path).matches())
        .findFirst();
  }

  /** The HTTP method of the official API. */
  public String method() {
    return method;
  }

  /**
   * The path of the official API, from the root, with {@code {id}} where an id stands; empty for
   * {@link #DOWNLOAD}.
   */
  public String path() {
    return path;
  }

  /** Whether the operation leaves something different at the provider. */
  public boolean changes() {
    return effect != Effect.NONE;
  }

  /** Whether doing it twice may cost twice (or, for a clone, make a second voice). */
  public boolean charged() {
    return effect == Effect.CHARGED;
  }
}
