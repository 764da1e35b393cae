package dev.timbre.audit.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The public half of an Ed25519 key that signs notes (C2SP signed-note), under the name of the log
 * that it signs for.
 */
public final class NoteKey {

  /** Says "Ed25519" in key ids and in the text form. */
  private static final byte ALGORITHM = 1;

  /** What precedes the 32 bytes of a key in its X.509 form. */
  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  private final String name;
  private final byte[] bytes;
  private final byte[] id;
  private final PublicKey key;

  /**
   * @param name the log's name, without spaces and plus signs
   * @param bytes the 32 bytes of RFC 8032
   * @throws IllegalArgumentException when either is not so
   */
  public NoteKey(String name, byte[] bytes) {
    if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(NoteKey::isSpace)) {
      throw new IllegalArgumentException(
          "'" + name + "' names no key; a name has no space and no plus sign.");
    }
    this.name = name;
    this.bytes = bytes.clone();
    this.key = decode(bytes);
    this.id = Arrays.copyOf(Hashes.sha256(concat(utf8(name), utf8("\n"), typed())), ID_BYTES);
  }

  /**
   * Reads {@link #toString()}.
   *
   * @throws IllegalArgumentException when the text is no key or the id is not that of the key
   */
  public static NoteKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("A key is written <name>+<id>+<base64>.");
    }
    byte[] typed = CanonicalBase64.decode(parts[2]);
    if (typed.length != KEY_BYTES + 1 || typed[0] != ALGORITHM) {
      throw new IllegalArgumentException("The key of " + parts[0] + " is not an Ed25519 key.");
    }
    NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.id().equals(parts[1])) {
      throw new IllegalArgumentException(
          "The key of " + parts[0] + " has the id " + key.id() + ", not " + parts[1] + ".");
    }
    return key;
  }

  public String name() {
    return name;
  }

  /** Eight hexadecimal digits that tell the keys of one name apart. */
  public String id() {
    return HexFormat.of().formatHex(id);
  }

  /** The 32 bytes of RFC 8032. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether the private half of this key signed the message. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // a signature that is no point of the curve
      return false;
    }
  }

  private static PublicKey decode(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "An Ed25519 key has " + KEY_BYTES + " bytes, not " + bytes.length + ".");
    }
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(concat(X509_HEAD, bytes)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("These bytes are no Ed25519 key.", e);
    }
  }

  private byte[] typed() {
    return concat(new byte[] {ALGORITHM}, bytes);
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  /** The form in which verifiers are given a key: {@code <name>+<id>+<base64>}. */
  @Override
  public String toString() {
    return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteKey that
        && name.equals(that.name)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(bytes));
  }
}
