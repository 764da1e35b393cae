package dev.timbre.consent.entity;

/** Why contents are erased. */
public enum ErasureCause {
  /** The talent, or somebody for them, asked. */
  REQUEST,
  /** The retention policy's time is over. */
  RETENTION,
  /** A recording of a question that was not confirmed, or that a better one replaced. */
  LEFTOVER
}
