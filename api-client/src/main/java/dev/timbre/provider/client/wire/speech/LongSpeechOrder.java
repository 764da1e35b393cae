package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to the order of a long synthesis: accepted and charged, not yet spoken.
 *
 * @param file where the result will be
 * @param token opens something at the provider, so it is not printed
 * @param usageCharacters billed characters; a Chinese character counts 2
 */
public record LongSpeechOrder(
    SpeechTaskId task,
    Optional<FileId> file,
    Optional<String> token,
    OptionalLong usageCharacters,
    Optional<String> traceId)
    implements WireAnswer {

  public static LongSpeechOrder read(Reply reply) {
    WireObject root = reply.judged("task_id");
    SpeechTaskId task =
        root.fileId("task_id")
            .map(id -> new SpeechTaskId(id.value()))
            .orElseThrow(() -> reply.unreadable("success without task_id"));
    return new LongSpeechOrder(
        task,
        root.fileId("file_id"),
        root.text("task_token"),
        root.integer("usage_characters"),
        reply.trace(root));
  }

  @Override
  public String toString() {
    return "LongSpeechOrder[task "
        + task
        + ", "
        + file.map(id -> "file " + id).orElse("no file")
        + "]";
  }
}
