package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.error.InvalidRequest;
import java.util.List;

/**
 * What a look at a batch's input found.
 *
 * @param lines that are not blank, as far as was read
 * @param bytes as far as was read
 * @param faults in the order of the lines, at most {@link BatchInputCheck#MOST_FAULTS}; reading
 *     stops there
 */
public record BatchInputReport(long lines, long bytes, List<LineFault> faults) {

  public BatchInputReport {
    faults = List.copyOf(faults);
  }

  /** Whether the input may be uploaded. */
  public boolean isValid() {
    return faults.isEmpty();
  }

  /**
   * @throws InvalidRequest with the first fault, if there is one
   */
  public BatchInputReport require() {
    if (!isValid()) {
      LineFault first = faults.get(0);
      throw new InvalidRequest(
          "file, line " + first.line() + (first.field().isEmpty() ? "" : ", " + first.field()),
          first.problem(),
          "lines of {custom_id, method, url, body}");
    }
    return this;
  }
}
