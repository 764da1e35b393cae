package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * The stored files of a batch.
 *
 * @param output lines that were answered; there when the batch is over
 * @param errors lines that were not; there only when some failed
 */
public record BatchFiles(Optional<FileId> input, Optional<FileId> output, Optional<FileId> errors) {

  static BatchFiles read(WireObject batch) {
    return new BatchFiles(
        batch.fileId("input_file_id"),
        batch.fileId("output_file_id"),
        batch.fileId("error_file_id"));
  }
}
