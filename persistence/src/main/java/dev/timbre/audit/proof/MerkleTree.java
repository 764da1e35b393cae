package dev.timbre.audit.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots and proofs of RFC 9162 over hashes that are stored in tiles: those of the leaves, and those
 * of complete subtrees on every eighth level, 256 to a tile. A proof reads a few tiles however
 * large the tree. Reads each tile once, so an instance is for one answer.
 */
public final class MerkleTree {

  /** Levels from one stored level to the next. */
  public static final int TILE_LEVELS = 8;

  private static final int TILE_WIDTH = 1 << TILE_LEVELS;

  private final long size;
  private final Tiles tiles;
  private final Map<List<Long>, List<byte[]>> read = new HashMap<>();

  /** Reads stored hashes. */
  @FunctionalInterface
  public interface Tiles {

    /**
     * @param level a multiple of {@link #TILE_LEVELS}; 0 for leaves
     * @param first index of the first hash on that level
     * @param count how many, all of them complete subtrees
     */
    List<byte[]> read(int level, long first, int count);
  }

  /**
   * @param size leaves of the tree, no more than are stored
   */
  public MerkleTree(long size, Tiles tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  public byte[] root() {
    return size == 0 ? Hashes.sha256(new byte[0]) : hash(0, size);
  }

  /** Proves that a leaf is in the tree: RFC 9162, section 2.1.3.1. */
  public List<byte[]> inclusion(long position) {
    if (position < 0 || position >= size) {
      throw new IllegalArgumentException("A tree of " + size + " has no leaf " + position + ".");
    }
    List<byte[]> path = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long middle = begin + split(end - begin);
      if (position < middle) {
        path.add(0, hash(middle, end));
        end = middle;
      } else {
        path.add(0, hash(begin, middle));
        begin = middle;
      }
    }
    return path;
  }

  /** Proves that the tree begins with a smaller one: RFC 9162, section 2.1.4.1. */
  public List<byte[]> consistency(long from) {
    if (from < 1 || from > size) {
      throw new IllegalArgumentException("A tree of " + size + " had no size " + from + ".");
    }
    List<byte[]> proof = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (from < end) {
      long middle = begin + split(end - begin);
      if (from <= middle) {
        proof.add(0, hash(middle, end));
        end = middle;
      } else {
        proof.add(0, hash(begin, middle));
        begin = middle;
      }
    }
    if (begin > 0) {
      proof.add(0, hash(begin, end));
    }
    return proof;
  }

  /** Roots of the complete subtrees that fill a range, in the order of {@link Frontier#levels}. */
  public List<byte[]> cover(long begin, long end) {
    List<byte[]> hashes = new ArrayList<>();
    long at = begin;
    for (int level : Frontier.levels(begin, end)) {
      hashes.add(complete(level, at >> level));
      at += 1L << level;
    }
    return hashes;
  }

  /** The tree as it is, ready to grow. */
  public Frontier frontier(Frontier.Completed completed) {
    Frontier frontier = new Frontier(completed);
    List<byte[]> hashes = cover(0, size);
    List<Integer> levels = Frontier.levels(0, size);
    for (int i = 0; i < hashes.size(); i++) {
      frontier.append(levels.get(i), hashes.get(i));
    }
    return frontier;
  }

  /** The hash of a range as the recursion of RFC 9162 meets it. */
  private byte[] hash(long begin, long end) {
    Frontier range = new Frontier();
    List<Integer> levels = Frontier.levels(0, end - begin);
    List<byte[]> hashes = cover(begin, end);
    for (int i = 0; i < hashes.size(); i++) {
      range.append(levels.get(i), hashes.get(i));
    }
    return range.root();
  }

  private byte[] complete(int level, long index) {
    int stored = level - level % TILE_LEVELS;
    int height = level - stored;
    long first = index << height;
    Frontier subtree = new Frontier();
    for (int i = 0; i < 1 << height; i++) {
      subtree.append(stored(stored, first + i));
    }
    return subtree.root();
  }

  private byte[] stored(int level, long index) {
    long tile = index / TILE_WIDTH;
    List<byte[]> hashes =
        read.computeIfAbsent(List.of((long) level, tile), key -> tile(level, tile * TILE_WIDTH));
    return hashes.get((int) (index % TILE_WIDTH));
  }

  private List<byte[]> tile(int level, long first) {
    int count = (int) Math.min(TILE_WIDTH, (size >> level) - first);
    List<byte[]> hashes = tiles.read(level, first, count);
    if (hashes.size() != count) {
      throw new IllegalStateException(
          "Of the hashes of level %d from %d on, %d of %d are stored."
              .formatted(level, first, hashes.size(), count));
    }
    return hashes;
  }

  /** The largest power of two that is smaller. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
