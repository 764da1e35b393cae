package dev.timbre.audit.control;

import dev.timbre.audit.proof.NoteKey;
import dev.timbre.audit.proof.SigningKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Signs for this deployment with its Ed25519 key. What is signed is either a checkpoint, whose
 * first line is the log's name, or a JSON object; so neither can pass for the other.
 */
@ApplicationScoped
public class Signer {

  @Inject SignerConfig config;

  private SigningKey current;
  private Optional<SigningKey> former;

  /**
   * A signature and whose it is.
   *
   * @param keyName the log's name
   * @param keyId eight hexadecimal digits; {@code /api/v1/audit/keys} has the key
   * @param bytes the 64 bytes of RFC 8032
   */
  public record Signed(String keyName, String keyId, byte[] bytes) {}

  @PostConstruct
  void load() {
    current = config.current();
    former = config.former().filter(key -> !key.publicKey().equals(current.publicKey()));
  }

  /**
   * Signs with the current key; takes about a millisecond and touches neither disk nor database.
   */
  public Signed sign(byte[] message) {
    NoteKey key = current.publicKey();
    return new Signed(key.name(), key.id(), current.sign(message));
  }

  /** What verifies {@link #sign}. */
  public NoteKey publicKey() {
    return current.publicKey();
  }

  SigningKey current() {
    return current;
  }

  Optional<SigningKey> former() {
    return former;
  }
}
