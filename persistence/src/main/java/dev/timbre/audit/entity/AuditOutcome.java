package dev.timbre.audit.entity;

/** How it ended. */
public enum AuditOutcome {
  /** Committed before a call to a provider; the outcome follows in an entry of its own. */
  INTENDED,
  DONE,
  /** A rule said no. */
  REFUSED,
  /** It was tried and did not work. */
  FAILED,
  /** It was tried and nobody can tell yet. */
  UNKNOWN
}
