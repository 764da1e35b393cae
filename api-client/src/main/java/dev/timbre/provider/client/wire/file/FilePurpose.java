package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.wire.Check;

/** What a stored file is for. Open. */
public record FilePurpose(String value) {

  public static final FilePurpose VOICE_CLONE = new FilePurpose("voice_clone");
  public static final FilePurpose PROMPT_AUDIO = new FilePurpose("prompt_audio");
  public static final FilePurpose T2A_ASYNC = new FilePurpose("t2a_async");
  public static final FilePurpose T2A_ASYNC_INPUT = new FilePurpose("t2a_async_input");
  public static final FilePurpose VIDEO_GENERATION = new FilePurpose("video_generation");

  /** The lines of a batch, at most 100 MB; the name ends in {@code .jsonl}. */
  public static final FilePurpose BATCH = new FilePurpose("batch");

  public FilePurpose {
    Check.notBlank("purpose", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
