package dev.timbre.speech.control.label;

/** Audio is not as its format says, so no label can be written into it. */
final class OddAudio extends Exception {

  private static final long serialVersionUID = 1L;

  OddAudio(String message) {
    super(message);
  }
}
