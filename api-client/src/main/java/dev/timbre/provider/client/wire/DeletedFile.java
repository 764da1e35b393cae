package dev.timbre.provider.client.wire;

import java.util.Optional;

/** The answer to deleting a file. */
public record DeletedFile(Optional<FileId> id, Optional<String> traceId) implements WireAnswer {

  static DeletedFile read(Reply reply) {
    WireObject root = reply.judged("file_id");
    return new DeletedFile(root.fileId("file_id"), reply.trace(root));
  }
}
