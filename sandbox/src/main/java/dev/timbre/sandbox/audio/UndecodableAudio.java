package dev.timbre.sandbox.audio;

/** The bytes are not sound that this provider takes: not wav, mp3 or m4a, or damaged. */
public final class UndecodableAudio extends Exception {
  private static final long serialVersionUID = 1L;

  UndecodableAudio(String reason) {
    super(reason);
  }
}
