package dev.timbre.audit.proof;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, written down as they stand:
 * slow, and sharing nothing with what is tested.
 */
final class NaiveTree {

  private NaiveTree() {}

  static byte[] root(List<byte[]> entries) {
    int n = entries.size();
    if (n == 0) {
      return sha256(new byte[0]);
    }
    if (n == 1) {
      return sha256(new byte[] {0}, entries.get(0));
    }
    int k = split(n);
    return sha256(new byte[] {1}, root(entries.subList(0, k)), root(entries.subList(k, n)));
  }

  static List<byte[]> path(int m, List<byte[]> entries) {
    int n = entries.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? plus(path(m, entries.subList(0, k)), root(entries.subList(k, n)))
        : plus(path(m - k, entries.subList(k, n)), root(entries.subList(0, k)));
  }

  static List<byte[]> proof(int m, List<byte[]> entries) {
    return subproof(m, entries, true);
  }

  private static List<byte[]> subproof(int m, List<byte[]> entries, boolean known) {
    int n = entries.size();
    if (m == n) {
      return known ? List.of() : List.of(root(entries));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, entries.subList(0, k), known), root(entries.subList(k, n)))
        : plus(subproof(m - k, entries.subList(k, n), false), root(entries.subList(0, k)));
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<byte[]> plus(List<byte[]> hashes, byte[] last) {
    List<byte[]> all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }

  private static byte[] sha256(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
