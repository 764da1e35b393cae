package dev.timbre.speech.entity;

/** How a check of a voice's sound ended. */
public enum DriftState {
  /** The phrase is being spoken or measured. */
  UNDER_WAY,
  /** It is what later checks are compared with. */
  BASELINE,
  /** Near enough to the baseline. */
  STEADY,
  /** Further from the baseline than the limits allow. */
  DRIFTED,
  /** The phrase was not spoken, or could not be measured. */
  FAILED
}
