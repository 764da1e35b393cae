package dev.timbre.speech.entity;

/** How the machine-readable label of a speech stands. */
public enum MetadataLabel {
  /** No policy asks for it. */
  NONE,
  /** To be written into the audio. */
  WANTED,
  WRITTEN,
  /** The format has no room for it. */
  NOT_CARRIED,
  /** The audio was not as its format says, so nothing was written. */
  FAILED
}
