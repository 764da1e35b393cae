package dev.timbre.voice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How often the request that makes a clone went out. A send is written down before it happens and
 * crossed out once it is sure that it made nothing; what stays open may have made the clone.
 *
 * @param first when the first one was written down; the deadline counts from here
 * @param last when the latest one was written down
 * @param open how many may have made the clone
 */
@Embeddable
public record Sends(
    @Column(name = "first_sent_at") Instant first,
    @Column(name = "last_sent_at") Instant last,
    @Column(name = "open_sends", nullable = false) int open) {

  static final Sends NONE = new Sends(null, null, 0);

  Sends another(Instant now) {
    return new Sends(first == null ? now : first, now, open + 1);
  }

  /** The latest send surely made nothing. */
  Sends withoutLatest() {
    return new Sends(first, last, open - 1);
  }

  /** Whether a send before the latest one may have made the clone. */
  boolean hasEarlierOpen() {
    return open > 1;
  }
}
