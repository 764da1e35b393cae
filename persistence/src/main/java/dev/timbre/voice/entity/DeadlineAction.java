package dev.timbre.voice.entity;

/** What a brand does about a clone that nobody has used when its deadline comes near. */
public enum DeadlineAction {
  /** People are reminded and decide. */
  ASK,
  /** Timbre makes it permanent, for the voice fee. */
  ACTIVATE,
  /** It is left to lapse, and can be cloned again from the stored recording. */
  LAPSE
}
