package dev.timbre.audit.verifier;

import java.util.List;

/**
 * What a check found.
 *
 * @param problems where the export is not what was signed, each with its line
 * @param entries entries that were hashed
 * @param checkpoints checkpoints that were checked, the header's included
 * @param retired positions whose entries are there no more
 * @param unsealed entries that wait for their position
 */
record Verdict(
    List<Problem> problems, long entries, long checkpoints, long retired, long unsealed) {

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

  boolean isIntact() {
    return problems.isEmpty();
  }
}
