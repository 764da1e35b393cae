package dev.timbre.voice.entity;

import dev.timbre.platform.error.NotAllowed;

/** Who submits a voice does not approve it. */
public class SamePersonRefused extends NotAllowed {

  private static final long serialVersionUID = 1L;

  public SamePersonRefused() {
    super(
        "two-people-needed",
        "You submitted this voice, so somebody else must decide on it; ask another approver.");
  }
}
