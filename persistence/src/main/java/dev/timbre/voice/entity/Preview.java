package dev.timbre.voice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * The demo audio of a clone. The provider's URL never leaves the server; pages play the copy.
 *
 * @param url where the provider keeps it for a while; null once it is of no use
 * @param urlDiesAt after which the URL is not tried any more
 * @param audio digest of the copy in our store
 * @param note why there is no copy, in words for people
 */
@Embeddable
public record Preview(
    @Enumerated(EnumType.STRING) @Column(name = "preview_state", nullable = false)
        PreviewState state,
    @Column(name = "preview_url") String url,
    @Column(name = "preview_url_dies_at") Instant urlDiesAt,
    @Column(name = "preview_audio") String audio,
    @Column(name = "preview_note") String note) {

  static final Preview NONE = new Preview(PreviewState.NONE, null, null, null, null);

  static Preview at(String url, Instant dies) {
    return new Preview(PreviewState.PENDING, url, dies, null, null);
  }

  static Preview storedAs(String sha256) {
    return new Preview(PreviewState.STORED, null, null, sha256, null);
  }

  Preview notYet(String why) {
    return isPending() ? new Preview(state, url, urlDiesAt, null, why) : this;
  }

  Preview given(PreviewState end, String why) {
    return isPending() ? new Preview(end, null, null, null, why) : this;
  }

  private boolean isPending() {
    return state == PreviewState.PENDING;
  }
}
