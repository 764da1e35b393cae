package dev.timbre.audit.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 9162, section 2.1: leaves and nodes cannot be taken for one another. */
public final class Hashes {

  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(Hashes::newDigest);

  private Hashes() {}

  public static byte[] sha256(byte[] bytes) {
    return DIGEST.get().digest(bytes);
  }

  /** The leaf hash of an entry. */
  public static byte[] leaf(byte[] entry) {
    return leaf(entry, 0, entry.length);
  }

  /** The leaf hash of an entry that stands among other bytes. */
  public static byte[] leaf(byte[] bytes, int offset, int length) {
    MessageDigest digest = DIGEST.get();
    digest.update(LEAF);
    digest.update(bytes, offset, length);
    return digest.digest();
  }

  /** The hash of the node above two others. */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = DIGEST.get();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
