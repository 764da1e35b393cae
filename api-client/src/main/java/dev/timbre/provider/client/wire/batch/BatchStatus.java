package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.Check;
import java.util.Locale;
import java.util.Set;

/** How far a batch is. Open; always in lower case. */
public record BatchStatus(String value) {

  public static final BatchStatus VALIDATING = new BatchStatus("validating");
  public static final BatchStatus IN_PROGRESS = new BatchStatus("in_progress");

  /** All is answered; the files are being written. */
  public static final BatchStatus FINALIZING = new BatchStatus("finalizing");

  /** The files are there; single lines may have failed. */
  public static final BatchStatus COMPLETED = new BatchStatus("completed");

  /** The input was not fit; nothing was answered. */
  public static final BatchStatus FAILED = new BatchStatus("failed");

  /** The time was up before all was answered. */
  public static final BatchStatus EXPIRED = new BatchStatus("expired");

  public static final BatchStatus CANCELLING = new BatchStatus("cancelling");
  public static final BatchStatus CANCELLED = new BatchStatus("cancelled");

  private static final Set<BatchStatus> LAST = Set.of(COMPLETED, FAILED, EXPIRED, CANCELLED);

  public BatchStatus {
    value = Check.notBlank("status", value).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it stays so; an unknown status may change. */
  public boolean isLast() {
    return LAST.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
