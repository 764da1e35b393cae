package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/** The answer to storing or retrieving one file. */
public record FileAnswer(StoredFile file, Optional<String> traceId) implements WireAnswer {

  /** Reads the answer of an upload or of {@code /v1/files/retrieve}. */
  public static FileAnswer read(Reply reply) {
    WireObject root = reply.judged("file");
    StoredFile file =
        root.object("file")
            .flatMap(StoredFile::read)
            .orElseThrow(() -> reply.unreadable("success without file.file_id"));
    return new FileAnswer(file, reply.trace(root));
  }
}
