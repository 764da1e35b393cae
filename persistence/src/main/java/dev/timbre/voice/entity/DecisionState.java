package dev.timbre.voice.entity;

/** What came of a decision. */
public enum DecisionState {
  /** Decided, and not carried out yet. */
  PENDING,
  DONE,
  /** It surely did not happen. */
  FAILED,
  /** Nobody can tell whether the provider did it and charged for it. */
  UNKNOWN,
  /** Something else came first: a clone left to lapse spoke, or was activated after all. */
  OVERTAKEN,
  /** Whoever may decide changed their mind in time. */
  TAKEN_BACK
}
