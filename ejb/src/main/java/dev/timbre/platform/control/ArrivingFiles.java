package dev.timbre.platform.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where uploads lie while they are looked at. Whoever takes one deletes it; what a crash left is
 * known by its name, since it may be somebody's voice.
 */
public final class ArrivingFiles {

  private static final String PREFIX = "timbre-upload-";
  private static final String SUFFIX = ".part";

  private ArrivingFiles() {}

  /** The directory of temporary files, which every node has for itself. */
  public static Path directory() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** A new file, which nobody but this server may read. */
  public static Path create() throws IOException {
    return Files.createTempFile(directory(), PREFIX, SUFFIX);
  }

  /** Whether a file in that directory is one of these. */
  public static boolean isOne(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }
}
