package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/** The answer to deleting a file. */
public record DeletedFile(Optional<FileId> id, Optional<String> traceId) implements WireAnswer {

  public static DeletedFile read(Reply reply) {
    WireObject root = reply.judged("file_id");
    return new DeletedFile(root.fileId("file_id"), reply.trace(root));
  }
}
