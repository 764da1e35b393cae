package dev.timbre.provider.client.archive;

import java.io.IOException;
import java.io.OutputStream;

/** Where the audio of a result goes. */
@FunctionalInterface
public interface AudioSink {

  /**
   * Called once for each audio file, in the order of the archive; the stream is closed before the
   * next one is opened, and also when the archive turns out to be damaged.
   *
   * @param name made of letters, digits, {@code .}, {@code _} and {@code -}, not beginning with a
   *     dot, at most 100 characters, unique in the result: fit for a file's name
   */
  OutputStream open(String name) throws IOException;
}
