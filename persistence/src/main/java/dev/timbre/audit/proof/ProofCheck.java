package dev.timbre.audit.proof;

import java.util.Arrays;
import java.util.List;

/** Checks proofs as RFC 9162 says, without the tree. */
public final class ProofCheck {

  private ProofCheck() {}

  /**
   * Whether a leaf stands at a position of the tree with that size and root (section 2.1.3.2).
   *
   * @param path from the leaf's sibling upwards
   */
  public static boolean includes(
      byte[] root, long size, long position, byte[] leaf, List<byte[]> path) {
    if (position < 0 || position >= size) {
      return false;
    }
    long node = position;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hashes.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hashes.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** Whether a tree begins with the other one (section 2.1.4.2). */
  public static boolean extend(
      byte[] oldRoot, long oldSize, byte[] newRoot, long newSize, List<byte[]> proof) {
    if (oldSize < 1 || oldSize > newSize) {
      return false;
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
    }
    boolean whole = Long.bitCount(oldSize) == 1;
    if (!whole && proof.isEmpty()) {
      return false;
    }
    long shift = Long.numberOfTrailingZeros(oldSize);
    long node = (oldSize - 1) >> shift;
    long last = (newSize - 1) >> shift;
    byte[] before = whole ? oldRoot : proof.get(0);
    byte[] after = before;
    for (byte[] hash : whole ? proof : proof.subList(1, proof.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        before = Hashes.node(hash, before);
        after = Hashes.node(hash, after);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        after = Hashes.node(after, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(before, oldRoot) && Arrays.equals(after, newRoot);
  }
}
