package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.WireObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file at the provider.
 *
 * @param bytes size in bytes
 * @param downloadUrl signed and short-lived; only in the answer to retrieving one file
 */
public record StoredFile(
    FileId id,
    OptionalLong bytes,
    Optional<Instant> createdAt,
    Optional<String> filename,
    Optional<FilePurpose> purpose,
    Optional<ProviderUrl> downloadUrl) {

  /** Empty when there is no id: a file that nothing can name is none. */
  public static Optional<StoredFile> read(WireObject file) {
    return file.fileId("file_id")
        .map(
            id ->
                new StoredFile(
                    id,
                    file.integer("bytes"),
                    file.instant("created_at"),
                    file.text("filename"),
                    file.text("purpose").filter(text -> !text.isBlank()).map(FilePurpose::new),
                    file.url("download_url")));
  }
}
