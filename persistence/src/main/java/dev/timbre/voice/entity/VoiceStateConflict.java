package dev.timbre.voice.entity;

import dev.timbre.platform.error.Conflict;

/** The state of a voice or clone does not allow what was asked. */
public class VoiceStateConflict extends Conflict {

  private static final long serialVersionUID = 1L;

  public VoiceStateConflict(String message) {
    super("voice-state-conflict", message);
  }
}
