package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An uploaded file; its bytes lie in the data directory under its id.
 *
 * @param id int64 of 15 to 18 digits
 * @param deleted kept as a tombstone, so that an id is never given twice
 */
public record StoredFile(
    long id,
    String account,
    String purpose,
    String filename,
    long bytes,
    Instant createdAt,
    boolean deleted)
    implements Fact {

  /** How long the result of asynchronous speech can be fetched: 9 hours. */
  public static final Duration RESULT_LIFE = Duration.ofSeconds(32_400);

  private static final String ASYNC_RESULT = "t2a_async";

  /** When the file can no longer be fetched; empty for a file that stays. */
  public Optional<Instant> expiry() {
    return purpose.equals(ASYNC_RESULT)
        ? Optional.of(createdAt.plus(RESULT_LIFE))
        : Optional.empty();
  }

  boolean isExpiredAt(Instant now) {
    return expiry().filter(end -> !now.isBefore(end)).isPresent();
  }

  StoredFile asDeleted() {
    return new StoredFile(id, account, purpose, filename, bytes, createdAt, true);
  }

  /** What follows the last dot of the file name, in lower case; empty if nothing does. */
  @JsonIgnore
  public String extension() {
    int dot = filename.lastIndexOf('.');
    return dot < 0 ? "" : filename.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
