package dev.timbre.audit.verifier;

import java.util.List;

/**
 * What a check found.
 *
 * @param problems where the export is not what was signed, each with its line
 * @param begin the first position that was exported
 * @param end the first that was not any more
 * @param size of the log
 */
record Verdict(List<Problem> problems, Counts counts, long begin, long end, long size) {

  /**
   * Something that is not as it was.
   *
   * @param line of the export, from 1; 0 when it is about the whole
   */
  record Problem(long line, String why) {

    @Override
    public String toString() {
      return (line == 0 ? "" : "line " + line + ": ") + why;
    }
  }

  /**
   * What was looked at.
   *
   * @param entries entries that were hashed
   * @param checkpoints checkpoints that were checked, the header's included
   * @param retired positions whose entries are there no more
   * @param unsealed entries that wait for their position
   * @param passedOver checkpoints kept elsewhere that end at positions which were not exported
   */
  record Counts(long entries, long checkpoints, long retired, long unsealed, long passedOver) {

    @Override
    public String toString() {
      return "%d entries, %d checkpoints, %d positions retired, %d entries not sealed yet"
          .formatted(entries, checkpoints, retired, unsealed);
    }
  }

  boolean isIntact() {
    return problems.isEmpty();
  }

  /** Whether every entry that the log ever had was looked at. */
  boolean isWhole() {
    return begin == 0 && end == size && counts.retired() == 0;
  }
}
