package dev.timbre.audit.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Leaves and subtrees kept as the database keeps them. */
final class StoredTiles implements MerkleTree.Tiles {

  private final Map<List<Long>, byte[]> hashes = new HashMap<>();
  private int reads;

  static StoredTiles of(List<byte[]> entries) {
    StoredTiles tiles = new StoredTiles();
    Frontier frontier =
        new Frontier(
            (level, index, hash) -> {
              if (level % MerkleTree.TILE_LEVELS == 0) {
                tiles.hashes.put(List.of((long) level, index), hash);
              }
            });
    entries.forEach(entry -> frontier.append(Hashes.leaf(entry)));
    return tiles;
  }

  int reads() {
    return reads;
  }

  @Override
  public List<byte[]> read(int level, long first, int count) {
    reads++;
    return LongStream.range(first, first + count)
        .mapToObj(index -> hashes.get(List.of((long) level, index)))
        .toList();
  }
}
