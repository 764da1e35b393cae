package dev.timbre.audio.control.decode;

import dev.timbre.audio.control.header.Headers;
import java.nio.file.Path;

/**
 * One file to decode.
 *
 * @param file absolute path of a name that the server made
 * @param headers what the walker found; nothing is decoded before it
 * @param sampleRate samples per second wanted; 0 keeps the file's own
 */
public record DecodeRequest(Path file, Headers headers, int sampleRate) {

  /** Sound beyond the length in the headers before the file counts as damaged for sure. */
  private static final double SURPLUS_SECONDS = 0.5;

  /** Where the decoder may stop; a file that goes on after this fails the check of its length. */
  double maxSeconds() {
    return headers.seconds() + SURPLUS_SECONDS;
  }
}
