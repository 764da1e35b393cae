package dev.timbre.consent.entity;

import dev.timbre.platform.error.Conflict;
import java.time.Instant;

/** Where the question to a talent stands. That a link's time is over shows in its expiry. */
public enum CaptureState {
  OPEN,
  CONFIRMED,
  DECLINED,
  /** The company took the question back. */
  REVOKED,
  /** Nobody answered in time. */
  EXPIRED;

  /** Why nothing more is taken in this state. */
  Conflict refusal(Instant expiresAt) {
    return switch (this) {
      case REVOKED ->
          new Conflict(
              "link-revoked", "This link was taken back; ask whoever sent it for a new one.");
      case EXPIRED ->
          new Conflict(
              "link-expired",
              "This link could be used until "
                  + expiresAt
                  + "; ask whoever sent it for a new one.");
      default -> new Conflict("link-used", "This link was used; each can be answered only once.");
    };
  }
}
