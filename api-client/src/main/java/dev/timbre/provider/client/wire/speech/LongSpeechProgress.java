package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * The answer to the question how far an ordered synthesis is.
 *
 * @param file where the result is or will be; providers may answer an id before there is a result
 */
public record LongSpeechProgress(
    Optional<SpeechTaskId> task,
    LongSpeechStatus status,
    Optional<FileId> file,
    Optional<String> traceId)
    implements WireAnswer {

  public static LongSpeechProgress read(Reply reply) {
    WireObject root = reply.judged("status");
    LongSpeechStatus status =
        root.text("status")
            .map(CleanText::of)
            .filter(text -> !text.isBlank())
            .map(LongSpeechStatus::new)
            .orElseThrow(() -> reply.unreadable("success without status"));
    return new LongSpeechProgress(
        root.fileId("task_id").map(id -> new SpeechTaskId(id.value())),
        status,
        root.fileId("file_id").filter(id -> !id.value().equals("0")),
        reply.trace(root));
  }
}
