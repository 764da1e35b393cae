package dev.timbre.speech.entity;

/** How a speech stands. */
public enum SpeechState {
  /** Allowed, money held, under way. */
  RESERVED,
  SPOKEN,
  /** Surely not spoken and not charged. */
  FAILED,
  /** Nobody can tell whether it was spoken and charged; its reservation stays. */
  UNKNOWN
}
