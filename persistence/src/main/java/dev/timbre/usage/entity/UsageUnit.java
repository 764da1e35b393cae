package dev.timbre.usage.entity;

/** In what a provider counts. */
public enum UsageUnit {
  /** Billed characters of a synthesis. */
  CHARACTER,
  /** Billed characters of the preview that comes with a clone. */
  PREVIEW_CHARACTER,
  /** One voice that became permanent. */
  VOICE,
  /** One speech of unknown outcome whose bill a person settled. */
  SETTLED_SPEECH
}
