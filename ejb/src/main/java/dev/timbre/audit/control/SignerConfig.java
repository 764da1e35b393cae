package dev.timbre.audit.control;

import dev.timbre.audit.proof.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which keys sign for the log. */
@ApplicationScoped
public class SignerConfig {

  private static final System.Logger LOG = System.getLogger(SignerConfig.class.getName());

  /** Before a value that names a file instead of being the key. */
  private static final String FILE = "file:";

  /** The log's name in checkpoints and keys; never changed while the log lives. */
  @Inject
  @ConfigProperty(name = "timbre.audit.origin", defaultValue = "timbre/audit")
  String origin;

  /** PKCS#8 in base64, or {@code file:} and the path of a PEM file. */
  @Inject
  @ConfigProperty(name = "timbre.audit.signing-key")
  Optional<String> current;

  /** The key before a rotation, in the same forms, until the new one's first checkpoint stands. */
  @Inject
  @ConfigProperty(name = "timbre.audit.former-signing-key")
  Optional<String> former;

  /** Every node shares it, so a key made there is everybody's. */
  @Inject
  @ConfigProperty(name = "timbre.storage.directory")
  Path directory;

  String origin() {
    if (origin.startsWith("{")) {
      // receipts begin so, and nothing signed may be taken for something else
      throw new IllegalStateException("timbre.audit.origin must not begin with '{'.");
    }
    return origin;
  }

  /** The key that signs; made on the first start when none is configured. */
  SigningKey current() {
    return current.map(this::read).orElseGet(this::own);
  }

  Optional<SigningKey> former() {
    return former.map(this::read);
  }

  private SigningKey read(String value) {
    return value.startsWith(FILE)
        ? readFile(Path.of(value.substring(FILE.length())))
        : SigningKey.read(origin(), value);
  }

  private SigningKey readFile(Path file) {
    try {
      return SigningKey.read(origin(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The signing key at " + file + " cannot be read", e);
    }
  }

  private SigningKey own() {
    Path file = directory.resolve("keys").resolve("audit-signing-key.pem");
    if (Files.notExists(file)) {
      make(file);
    }
    return readFile(file);
  }

  /** Whole before its name appears, and the first of several nodes wins. */
  private void make(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Path whole =
          Files.createTempFile(
              file.getParent(),
              "key-",
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.writeString(whole, SigningKey.generate(origin()).toPem());
        Files.createLink(file, whole);
        LOG.log(
            System.Logger.Level.WARNING,
            "No timbre.audit.signing-key is configured, so one was made at {0}. Whoever can read"
                + " the storage can sign for the log: configure a key of your own in production.",
            file);
      } catch (FileAlreadyExistsException e) {
        LOG.log(System.Logger.Level.DEBUG, "Another node made the signing key");
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No signing key can be made at " + file, e);
    }
  }
}
