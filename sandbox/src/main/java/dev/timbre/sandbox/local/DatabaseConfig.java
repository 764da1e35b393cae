package dev.timbre.sandbox.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * How to start PostgreSQL.
 *
 * @param dataDirectory created if missing; the log goes into a file of this name with {@code .log}
 * @param kept whether what the directory holds is kept; else it is emptied before the first start
 * @param port on the loopback interface; 0 takes a free one
 * @param durable whether a commit is on the disk before it is answered
 * @param password of {@link LocalDatabase#USER}
 * @param ownerPassword of {@link LocalDatabase#OWNER}
 */
public record DatabaseConfig(
    Path dataDirectory,
    boolean kept,
    int port,
    boolean durable,
    String password,
    String ownerPassword) {
  private static final int PASSWORD_BYTES = 18;

  /** An empty and fast database on a free port, with generated passwords. */
  public static DatabaseConfig fresh(Path dataDirectory) {
    return new DatabaseConfig(dataDirectory, false, 0, false, generated(), generated());
  }

  /** A durable database that finds what it held before; new passwords are generated. */
  public static DatabaseConfig kept(Path dataDirectory) {
    return new DatabaseConfig(dataDirectory, true, 0, true, generated(), generated());
  }

  /** The same on a fixed port. */
  public DatabaseConfig withPort(int fixed) {
    return new DatabaseConfig(dataDirectory, kept, fixed, durable, password, ownerPassword);
  }

  /** The same with given passwords. */
  public DatabaseConfig withPasswords(String ofUser, String ofOwner) {
    return new DatabaseConfig(dataDirectory, kept, port, durable, ofUser, ofOwner);
  }

  private static String generated() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public String toString() {
    return "DatabaseConfig[" + dataDirectory + ", port=" + port + "]";
  }
}
