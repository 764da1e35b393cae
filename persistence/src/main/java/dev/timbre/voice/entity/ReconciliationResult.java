package dev.timbre.voice.entity;

/** How far a comparison came. */
public enum ReconciliationResult {
  /** All that the account's dialect offers was compared. */
  COMPLETE,
  /** The provider failed in the middle; what was found is kept, and what is missing is named. */
  PARTIAL,
  /** The account's dialect cannot list voices, so that nobody can tell which ones are there. */
  UNVERIFIABLE,
  /** The provider told nothing at all. */
  FAILED
}
