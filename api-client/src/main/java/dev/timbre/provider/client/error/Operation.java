package dev.timbre.provider.client.error;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the client can ask of a provider. An operation knows what it costs to do it twice, because
 * that decides whether a failed call may be repeated.
 */
public enum Operation {
  /** Stores a file at the provider; doing it twice leaves a spare file. */
  UPLOAD_FILE("/v1/files/upload", Effect.REPEATABLE),
  /** Lists the stored files of one purpose. */
  LIST_FILES("/v1/files/list", Effect.NONE),
  /** Reads a file's description and download address. */
  RETRIEVE_FILE("/v1/files/retrieve", Effect.NONE),
  /** Reads a file's bytes. */
  RETRIEVE_CONTENT("/v1/files/retrieve_content", Effect.NONE),
  /** Deletes a stored file. */
  DELETE_FILE("/v1/files/delete", Effect.REPEATABLE),
  /** Makes a voice from a sample; the preview text, if any, is charged. */
  CLONE_VOICE("/v1/voice_clone", Effect.CHARGED),
  /** Lists voices. */
  LIST_VOICES("/v1/get_voice", Effect.NONE),
  /** Deletes a voice for ever; its id can never be used again. */
  DELETE_VOICE("/v1/delete_voice", Effect.REPEATABLE),
  /** Synthesises speech; charged per character. */
  SPEAK("/v1/t2a_v2", Effect.CHARGED),
  /** Fetches what a provider's answer points to; not an operation of the API itself. */
  DOWNLOAD("", Effect.NONE);

  private enum Effect {
    NONE,
    REPEATABLE,
    CHARGED
  }

  private final String path;
  private final Effect effect;

  Operation(String path, Effect effect) {
    this.path = path;
    this.effect = effect;
  }

  /** The operation whose official path ends {@code path}; resellers put a prefix before it. */
  public static Optional<Operation> at(String path) {
    return Arrays.stream(values())
        .filter(o -> !o.path.isEmpty() && path.endsWith(o.path))
        .findAny();
  }

  /** The path of the official API, from the root; empty for {@link #DOWNLOAD}. */
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
