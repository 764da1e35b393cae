package dev.timbre.consent.entity;

/** Where the question to a talent stands. That a link's time is over shows in its expiry. */
public enum CaptureState {
  OPEN,
  CONFIRMED,
  DECLINED,
  /** The company took the question back. */
  REVOKED,
  /** Nobody answered in time. */
  EXPIRED
}
