package dev.timbre.finding.entity;

/** Whether a person still has to decide. */
public enum FindingState {
  OPEN,
  /** A remedy was taken, or the matter was gone when it was looked at again. */
  RESOLVED,
  /** Somebody decided to live with it; it does not open again by being seen. */
  IGNORED
}
