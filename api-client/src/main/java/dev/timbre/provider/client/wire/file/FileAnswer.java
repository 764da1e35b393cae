package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/** The answer to storing or retrieving one file. */
public record FileAnswer(StoredFile file, Optional<String> traceId) implements WireAnswer {

  /** Reads an official answer. */
  public static FileAnswer read(Reply reply) {
    return read(reply, "/file");
  }

  /**
   * Reads an answer that describes the file elsewhere.
   *
   * @param pointer JSON pointer (RFC 6901) to the object with {@code file_id}; empty text for the
   *     whole answer
   */
  public static FileAnswer read(Reply reply, String pointer) {
    String ownField = pointer.isEmpty() ? "file_id" : pointer.split("/", 3)[1];
    WireObject root = reply.judged(ownField);
    StoredFile file =
        root.at(pointer)
            .flatMap(StoredFile::read)
            .orElseThrow(() -> reply.unreadable("success without " + pointer + "/file_id"));
    return new FileAnswer(file, reply.trace(root));
  }
}
