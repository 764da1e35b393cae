package dev.timbre.consent.entity;

/** How a consent stands, for those who look for some among many. */
public enum ConsentStanding {
  IN_FORCE,
  /** In force, and not for long any more. */
  EXPIRING,
  /** Not begun yet, or its validity is over. */
  OUT,
  WITHDRAWN
}
