package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;

/** The answer to listing files. */
public record FileList(List<StoredFile> files, Optional<String> traceId) implements WireAnswer {

  public FileList {
    files = List.copyOf(files);
  }

  public static FileList read(Reply reply) {
    WireObject root = reply.judged("files");
    List<StoredFile> files =
        root.objects("files").stream().flatMap(file -> StoredFile.read(file).stream()).toList();
    return new FileList(files, reply.trace(root));
  }
}
