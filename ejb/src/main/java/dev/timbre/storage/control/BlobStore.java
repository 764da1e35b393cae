package dev.timbre.storage.control;

import dev.timbre.platform.error.NotFound;
import dev.timbre.storage.entity.Blob;
import dev.timbre.storage.entity.Blobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Immutable bytes under their SHA-256. A file is complete and on disk before its name appears, and
 * its row is written in the caller's transaction, so a row never points at nothing. Bytes without a
 * row, left by a crash, do no harm: the same bytes are stored there again, or {@link StrayFiles}
 * takes them.
 */
@ApplicationScoped
public class BlobStore {

  /** Where the bytes lie. */
  @Inject
  @ConfigProperty(name = "timbre.storage.directory")
  Path root;

  @Inject Blobs blobs;
  @Inject Clock clock;

  /** Writes bytes to a stream. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Keeps bytes on disk; {@link #register} makes them known. Safe to repeat.
   *
   * @return SHA-256 in lower-case hexadecimal
   */
  public String keep(Content content) {
    try {
      Path incoming = Files.createTempFile(workDirectory(), "incoming-", ".part");
      try {
        String digest = write(content, incoming);
        publish(incoming, locate(digest));
        return digest;
      } finally {
        Files.deleteIfExists(incoming);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The store at " + root + " cannot be written", e);
    }
  }

  /** Makes kept bytes known in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void register(String sha256, String mediaType) {
    blobs.addOnce(new Blob(clock.instant(), sha256, size(sha256), mediaType));
    file(sha256); // an erasure of the same bytes may have come between
  }

  /**
   * Takes bytes from the disk and keeps only their digest, unless a row still needs them. The bytes
   * go before the transaction commits; after a crash in between, doing it again ends it.
   *
   * @param released ids of rows that have let go of the bytes
   * @return whether they are gone
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean erase(String sha256, Collection<UUID> released) {
    if (!blobs.lock(sha256)) {
      return true;
    }
    if (blobs.isHeldByOthers(sha256, released)) {
      return false;
    }
    delete(sha256);
    blobs.markErased(sha256, clock.instant());
    return true;
  }

  /**
   * Takes bytes from the disk that were kept and never made known; what is known stays. Whoever is
   * about to make the same bytes known is told that they are missing, and sends them again.
   *
   * @return whether they are gone
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean discard(String sha256) {
    return blobs.ifUnknown(sha256, clock.instant(), () -> delete(sha256));
  }

  private void delete(String sha256) {
    try {
      Files.deleteIfExists(locate(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("The store at " + root + " cannot be written", e);
    }
  }

  /** Stored audio with its media type. */
  public StoredAudio audio(String sha256) {
    return new StoredAudio(file(sha256), blobs.get(sha256).getMediaType(), sha256);
  }

  /**
   * The file that holds the bytes; for reading only.
   *
   * @throws NotFound when the store does not have them
   */
  public Path file(String sha256) {
    Path file = locate(sha256);
    if (!Files.isRegularFile(file)) {
      throw missing(sha256);
    }
    return file;
  }

  private NotFound missing(String sha256) {
    Instant erased = blobs.find(sha256).map(Blob::getErasedAt).orElse(null);
    return erased == null
        ? new NotFound(
            "blob-not-found",
            "The store has no bytes under " + sha256 + "; restore it from backup.")
        : new NotFound(
            "blob-erased", "The bytes under " + sha256 + " were erased on " + erased + ".");
  }

  /** Where the bytes lie. */
  Path directory() {
    return root;
  }

  /** A place for unfinished files, on the same disk as the store. */
  public Path workDirectory() {
    try {
      return Files.createDirectories(root.resolve("work"));
    } catch (IOException e) {
      throw new UncheckedIOException("The store at " + root + " cannot be written", e);
    }
  }

  private long size(String sha256) {
    try {
      return Files.size(file(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Content content, Path target) throws IOException {
    MessageDigest digest = sha256();
    try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
      content.writeTo(out);
    }
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void publish(Path incoming, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.move(
        incoming, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path locate(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
