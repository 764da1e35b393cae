package dev.timbre.platform.control;

import dev.timbre.platform.error.Conflict;

/** What a caller has seen is no longer what is there. */
public class VersionConflict extends Conflict {

  private static final long serialVersionUID = 1L;

  public VersionConflict(long expected, long found) {
    super(
        "version-conflict",
        "You have seen version "
            + expected
            + " and it is now version "
            + found
            + "; read it again and repeat your change.");
    about(expected, found);
  }
}
