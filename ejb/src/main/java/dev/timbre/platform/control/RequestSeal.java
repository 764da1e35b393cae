package dev.timbre.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What was asked, as the database may hold it: keyed with a secret that lies outside of the
 * database, so that nobody who reads its rows can try out names, addresses or passwords on them.
 */
@ApplicationScoped
public class RequestSeal {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /** Every node shares it, so a secret made there is everybody's. */
  @Inject
  @ConfigProperty(name = "timbre.storage.directory")
  Path directory;

  private SecretKeySpec key;

  @PostConstruct
  void load() {
    Path file = directory.resolve("keys").resolve("request-seal");
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      key = new SecretKeySpec(Files.readAllBytes(file), ALGORITHM);
    } catch (IOException e) {
      throw new UncheckedIOException("The secret at " + file + " can be neither read nor made", e);
    }
  }

  /** The same for the same text, on every node and after every start. */
  public String of(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  /** Whole before its name appears, and the first of several nodes wins. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    Path whole =
        Files.createTempFile(
            file.getParent(),
            "seal-",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(whole, secret);
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      // another node was first, and its secret counts
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
