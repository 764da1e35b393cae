package dev.timbre.audit.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A Merkle tree that grows at its right end, kept as the roots of the complete subtrees that it is
 * made of: one per set bit of its size. Not for several threads.
 */
public final class Frontier {

  private record Subtree(int level, byte[] hash) {}

  /** The largest at the bottom, each smaller than the one under it. */
  private final Deque<Subtree> subtrees = new ArrayDeque<>();

  private final Completed completed;
  private long size;

  /** Hears of each subtree that became complete. */
  @FunctionalInterface
  public interface Completed {

    /**
     * @param level the subtree has 2^level leaves
     * @param index how many of its size stand left of it
     */
    void at(int level, long index, byte[] hash);
  }

  public Frontier() {
    this((level, index, hash) -> {});
  }

  public Frontier(Completed completed) {
    this.completed = completed;
  }

  /** Adds a leaf. */
  public void append(byte[] leaf) {
    append(0, leaf);
  }

  /**
   * Adds a complete subtree at once.
   *
   * @param level it has 2^level leaves; the present size must be a multiple of that
   */
  public void append(int level, byte[] hash) {
    if (Long.numberOfTrailingZeros(size) < level) {
      throw new IllegalArgumentException(
          "A subtree of 2^" + level + " leaves cannot begin at " + size + ".");
    }
    size += 1L << level;
    Subtree grown = new Subtree(level, hash);
    completed.at(level, (size >> level) - 1, hash);
    while (!subtrees.isEmpty() && subtrees.peek().level() == grown.level()) {
      int above = grown.level() + 1;
      byte[] joined = Hashes.node(subtrees.pop().hash(), grown.hash());
      grown = new Subtree(above, joined);
      completed.at(above, (size >> above) - 1, joined);
    }
    subtrees.push(grown);
  }

  /** Leaves so far. */
  public long size() {
    return size;
  }

  /** The Merkle tree hash of everything so far (RFC 9162, section 2.1.1). */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return Hashes.sha256(new byte[0]);
    }
    Iterator<Subtree> smallestFirst = subtrees.iterator();
    byte[] root = smallestFirst.next().hash();
    while (smallestFirst.hasNext()) {
      root = Hashes.node(smallestFirst.next().hash(), root);
    }
    return root;
  }

  /**
   * The levels of the complete subtrees that fill a range of leaves, from left to right, as large
   * as they can be.
   */
  public static List<Integer> levels(long begin, long end) {
    List<Integer> levels = new ArrayList<>();
    long at = begin;
    while (at < end) {
      int fitting = 63 - Long.numberOfLeadingZeros(end - at);
      int level = at == 0 ? fitting : Math.min(fitting, Long.numberOfTrailingZeros(at));
      levels.add(level);
      at += 1L << level;
    }
    return levels;
  }
}
