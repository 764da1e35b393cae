package dev.timbre.sandbox.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The uploaded files of all accounts. */
public final class FileShelf {
  // Fifteen digits, and eighteen: the first kind is exact in a double, the second is not.
  private static final long SMALL_IDS_FROM = 365_000_000_000_000L;
  private static final long LARGE_IDS_FROM = 401_000_000_000_000_000L;
  private static final long SPREAD = 30_000_000_000_000L;

  private final World world;
  private final RandomGenerator random = RandomGenerator.getDefault();

  public FileShelf(World world) {
    this.world = world;
  }

  /** Takes a file that lies complete in the {@code incoming} folder; it is moved away. */
  public StoredFile add(String account, String purpose, String filename, Path incoming)
      throws IOException {
    synchronized (world) {
      StoredFile file = prepare(account, purpose, filename, incoming);
      world.commit(file);
      return file;
    }
  }

  /**
   * The same for the result of a task, which nobody knows of before it is committed together with
   * the end of the task.
   */
  public StoredFile prepare(String account, String purpose, String filename, Path incoming)
      throws IOException {
    synchronized (world) {
      long id = freshId();
      long bytes = Files.size(incoming);
      Files.move(incoming, world.directory().upload(id), StandardCopyOption.REPLACE_EXISTING);
      return new StoredFile(id, account, purpose, filename, bytes, world.now(), false);
    }
  }

  /** The same for bytes. */
  public StoredFile prepare(String account, String purpose, String filename, byte[] bytes)
      throws IOException {
    Path incoming = Files.createTempFile(world.incoming(), "made", "");
    Files.write(incoming, bytes);
    return prepare(account, purpose, filename, incoming);
  }

  /**
   * Puts bytes under an id that somebody chose.
   *
   * @throws Refusal 2013 when the id was ever given
   */
  public void place(long id, String account, String purpose, String filename, InputStream bytes)
      throws IOException {
    synchronized (world) {
      if (world.fileEverKnown(id).isPresent()) {
        throw Code.INVALID_PARAMS.refusal("file_id " + id + " is taken");
      }
      long size = Files.copy(bytes, world.directory().upload(id));
      world.commit(new StoredFile(id, account, purpose, filename, size, world.now(), false));
    }
  }

  /** An id for a file that will be {@link #put} later. */
  public long reserveId() {
    synchronized (world) {
      return freshId();
    }
  }

  /** Puts bytes that the provider itself made under a reserved id; what lies there is replaced. */
  public void put(long id, String account, String purpose, String filename, byte[] bytes)
      throws IOException {
    Path incoming = Files.createTempFile(world.incoming(), "made", "");
    Files.write(incoming, bytes);
    synchronized (world) {
      Files.move(incoming, world.directory().upload(id), StandardCopyOption.REPLACE_EXISTING);
      world.commit(
          new StoredFile(id, account, purpose, filename, bytes.length, world.now(), false));
    }
  }

  /** Where the bytes lie. */
  public Path bytesOf(StoredFile file) {
    return world.directory().upload(file.id());
  }

  /** The account's file of that id; empty also for a file of somebody else. */
  public Optional<StoredFile> find(String account, long id) {
    return world
        .fileEverKnown(id)
        .filter(f -> !f.deleted() && !f.isExpiredAt(world.now()))
        .filter(f -> f.account().equals(account));
  }

  /**
   * The account's file of that id.
   *
   * @throws Refusal 2013 when there is none
   */
  public StoredFile get(String account, long id) {
    return find(account, id)
        .orElseThrow(() -> Code.INVALID_PARAMS.refusal("file_id " + id + " not exist"));
  }

  /** The account's files, oldest first. */
  public List<StoredFile> list(String account) {
    Instant now = world.now();
    return world.files().stream()
        .filter(f -> f.account().equals(account) && !f.isExpiredAt(now))
        .toList();
  }

  /** Forgets a file; voices made from it stay. */
  public void delete(StoredFile file) throws IOException {
    world.commit(file.asDeleted());
    Files.deleteIfExists(bytesOf(file));
  }

  private long freshId() {
    boolean large = world.settings().largeIds();
    long from = large ? LARGE_IDS_FROM : SMALL_IDS_FROM;
    long id;
    do {
      // An odd id above 2^53 is never a double, so a client that rounds is always caught.
      id = (from + random.nextLong(SPREAD)) | (large ? 1 : 0);
    } while (world.fileEverKnown(id).isPresent());
    return id;
  }
}
