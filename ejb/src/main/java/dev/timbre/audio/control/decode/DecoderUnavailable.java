package dev.timbre.audio.control.decode;

import dev.timbre.platform.error.Unavailable;

/** The decoder cannot run just now; it says nothing about the recording. */
public final class DecoderUnavailable extends Unavailable {

  private static final long serialVersionUID = 1L;

  public DecoderUnavailable(String message) {
    super("decoder-unavailable", message);
  }
}
