package dev.timbre.audit.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * What the log says about itself at one size (C2SP tlog-checkpoint).
 *
 * @param origin the log's name
 * @param size leaves of its tree
 * @param root the tree's hash
 */
public record Checkpoint(String origin, long size, byte[] root) {

  /** The text that is signed: three lines. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  /**
   * Reads {@link #text()}; lines after the third are none of ours.
   *
   * @throws IllegalArgumentException when the text is no checkpoint
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9]\\d{0,17}")) {
      throw new IllegalArgumentException("A checkpoint has the lines origin, size and root.");
    }
    byte[] root = CanonicalBase64.decode(lines[2]);
    if (root.length != Hashes.LENGTH) {
      throw new IllegalArgumentException("The root of a checkpoint has 32 bytes.");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that
        && origin.equals(that.origin)
        && size == that.size
        && Arrays.equals(root, that.root);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, size, Arrays.hashCode(root));
  }
}
