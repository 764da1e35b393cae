package dev.timbre.voice.entity;

/** What can be decided about a clone that nobody has used. */
public enum DecisionKind {
  /** Speak with it now and pay the voice fee, so that it stays. */
  ACTIVATE,
  /** Leave it to its deadline; nobody is reminded any more. */
  LET_LAPSE,
  /** Make another one of the same recording after it is gone. */
  RECLONE
}
