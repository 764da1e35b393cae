package dev.timbre.sandbox.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The folders on disk, held by one sandbox at a time. */
final class DataDirectory implements AutoCloseable {
  private static final String FILES = "files";
  private static final String MEDIA = "media";
  private static final String INCOMING = "incoming";

  private final Path root;
  private final FileChannel lock;

  /**
   * Takes a directory, which is created if missing.
   *
   * @throws IOException when another sandbox has it, or it cannot be written
   */
  DataDirectory(Path directory) throws IOException {
    root = directory.toAbsolutePath();
    for (String folder : List.of(FILES, MEDIA, INCOMING)) {
      Files.createDirectories(root.resolve(folder));
    }
    lock =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked()) {
      lock.close();
      throw new IOException("the data directory " + root + " is used by another sandbox");
    }
    // What a kill left half received belongs to nobody.
    empty(INCOMING);
  }

  private boolean isLocked() throws IOException {
    try {
      FileLock held = lock.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path journal() {
    return root.resolve("journal.jsonl");
  }

  /** How far the clock runs ahead, for other processes to read. */
  Path clock() {
    return root.resolve("clock");
  }

  Path requestLog() {
    return root.resolve("requests.jsonl");
  }

  Path upload(long fileId) {
    return root.resolve(FILES).resolve(Long.toString(fileId));
  }

  Path media(String name) {
    return root.resolve(MEDIA).resolve(name);
  }

  Path incoming() {
    return root.resolve(INCOMING);
  }

  /** Deletes every upload and every published sound. */
  void empty() throws IOException {
    empty(FILES);
    empty(MEDIA);
  }

  private void empty(String folder) throws IOException {
    try (Stream<Path> old = Files.list(root.resolve(folder))) {
      for (Path path : old.toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
