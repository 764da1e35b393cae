package dev.timbre.storage.control;

import dev.timbre.platform.control.ArrivingFiles;
import dev.timbre.storage.entity.Blobs;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes files from the store that were kept and never made known, and uploads that nobody looks at
 * any more, since a transaction or a node failed in between: they may be somebody's voice, and
 * nobody would ever erase them.
 */
@Singleton
@PermitAll
public class StrayFiles {

  private static final System.Logger LOG = System.getLogger(StrayFiles.class.getName());

  /** Longer than whatever still wants to make its bytes known. */
  private static final Duration GRACE = Duration.ofDays(1);

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int AT_ONCE = 500;

  @Inject BlobStore store;
  @Inject Blobs blobs;
  @Inject Clock clock;

  @Schedule(hour = "4", minute = "51", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void sweep() {
    Instant before = clock.instant().minus(GRACE);
    long taken = unfinished(store.workDirectory(), before).stream().filter(this::delete).count();
    taken += arrived(ArrivingFiles.directory(), before).stream().filter(this::delete).count();
    for (Path part : parts(store.directory())) {
      taken += discard(stored(part, before));
    }
    if (taken > 0) {
      LOG.log(System.Logger.Level.WARNING, "Took {0} files that no row describes", taken);
    }
  }

  private long discard(List<String> digests) {
    long taken = 0;
    for (int i = 0; i < digests.size(); i += AT_ONCE) {
      List<String> unknown =
          new ArrayList<>(digests.subList(i, Math.min(digests.size(), i + AT_ONCE)));
      unknown.removeAll(blobs.known(unknown));
      taken += unknown.stream().filter(store::discard).count();
    }
    return taken;
  }

  private boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directories that hold the bytes. */
  static List<Path> parts(Path root) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
      List<Path> parts = new ArrayList<>();
      found.forEach(parts::add);
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException("The store at " + root + " cannot be read", e);
    }
  }

  /** Digests of the files in one of them that have not changed since. */
  static List<String> stored(Path part, Instant before) {
    return old(part, 2, before).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> DIGEST.matcher(name).matches())
        .toList();
  }

  /** What a crash left half-written. */
  static List<Path> unfinished(Path work, Instant before) {
    return old(work, 1, before);
  }

  /** Uploads that a crash left; what else lies there is not ours. */
  static List<Path> arrived(Path directory, Instant before) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, ArrivingFiles::isOne)) {
      List<Path> left = new ArrayList<>();
      for (Path file : found) {
        if (isOld(file, before)) {
          left.add(file);
        }
      }
      return left;
    } catch (IOException e) {
      throw new UncheckedIOException("Temporary files at " + directory + " cannot be read", e);
    }
  }

  private static boolean isOld(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException e) {
      return false; // its upload has just ended
    }
  }

  private static List<Path> old(Path directory, int depth, Instant before) {
    try (Stream<Path> found =
        Files.find(
            directory,
            depth,
            (file, is) ->
                is.isRegularFile() && is.lastModifiedTime().toInstant().isBefore(before))) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The store at " + directory + " cannot be read", e);
    }
  }
}
