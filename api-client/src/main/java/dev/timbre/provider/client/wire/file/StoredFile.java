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

  /** Seconds after which {@code createdAt} would be no sensible date: the year 10000. */
  private static final long LAST_SECOND = 253_402_300_800L;

  /** Empty when there is no id: a file that nothing can name is none. */
  public static Optional<StoredFile> read(WireObject file) {
    return file.fileId("file_id")
        .map(
            id ->
                new StoredFile(
                    id,
                    file.integer("bytes"),
                    createdAt(file.integer("created_at")),
                    file.text("filename"),
                    file.text("purpose").filter(text -> !text.isBlank()).map(FilePurpose::new),
                    file.url("download_url")));
  }

  private static Optional<Instant> createdAt(OptionalLong seconds) {
    return seconds.isPresent() && seconds.getAsLong() > 0 && seconds.getAsLong() < LAST_SECOND
        ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
        : Optional.empty();
  }
}
