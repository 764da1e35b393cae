package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.regex.Pattern;

/** A provider's id of a batch, such as {@code batch_00af}. Opaque, but fit for a path. */
public record BatchId(String value) {

  private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:~-]{0,254}");

  /**
   * @throws InvalidRequest for what could not stand in a path as it is
   */
  public BatchId {
    if (value == null || !PATH_SEGMENT.matcher(value).matches()) {
      throw new InvalidRequest(
          "batch_id",
          value == null ? "missing" : CleanText.of(value),
          "up to 255 letters, digits, _ - . : ~, the first a letter or digit");
    }
  }

  static Optional<BatchId> read(WireObject batch) {
    return batch.text("id").filter(id -> PATH_SEGMENT.matcher(id).matches()).map(BatchId::new);
  }

  @Override
  public String toString() {
    return value;
  }
}
