package dev.timbre.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleTreeTest {

  /** The inputs that implementations of certificate transparency publish roots and proofs for. */
  private static final List<byte[]> PUBLISHED =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final int LARGEST = 300;

  private static List<byte[]> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> NoteKey.utf8("entry " + i)).toList();
  }

  private static MerkleTree tree(List<byte[]> entries) {
    return new MerkleTree(entries.size(), StoredTiles.of(entries));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(MerkleTreeTest::hex).toList();
  }

  static IntStream sizes() {
    return IntStream.rangeClosed(1, LARGEST);
  }

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void publishedInputs_haveThePublishedRoot(int size, String root) {
    assertThat(hex(tree(PUBLISHED.subList(0, size)).root())).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, ''",
    "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void publishedInputs_haveThePublishedInclusionProof(int position, int size, String path) {
    List<byte[]> proof = tree(PUBLISHED.subList(0, size)).inclusion(position);

    assertThat(String.join(" ", hex(proof))).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, ''",
    "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void publishedInputs_haveThePublishedConsistencyProof(int from, int size, String hashes) {
    List<byte[]> proof = tree(PUBLISHED.subList(0, size)).consistency(from);

    assertThat(String.join(" ", hex(proof))).isEqualTo(hashes);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everySize_hasTheRootAndProofsOfTheDefinition(int size) {
    List<byte[]> entries = entries(size);
    byte[] root = NaiveTree.root(entries);
    assertThat(tree(entries).root()).isEqualTo(root);
    // all of the small ones, the borders of tiles, and some between
    IntStream.range(0, size)
        .filter(i -> size < 40 || i % 23 == 0 || i > 252 && i < 260 || i == size - 1)
        .forEach(i -> checkAt(i, entries, root));
  }

  private static void checkAt(int position, List<byte[]> entries, byte[] root) {
    int size = entries.size();
    List<byte[]> path = tree(entries).inclusion(position);
    assertThat(hex(path)).isEqualTo(hex(NaiveTree.path(position, entries)));
    byte[] leaf = Hashes.leaf(entries.get(position));
    assertThat(ProofCheck.includes(root, size, position, leaf, path)).isTrue();
    assertThat(ProofCheck.includes(root, size, position + 1, leaf, path)).isFalse();
    assertThat(ProofCheck.includes(root, size, position, Hashes.leaf(leaf), path)).isFalse();

    int from = position + 1;
    byte[] old = NaiveTree.root(entries.subList(0, from));
    List<byte[]> proof = tree(entries).consistency(from);
    assertThat(hex(proof)).isEqualTo(hex(NaiveTree.proof(from, entries)));
    assertThat(ProofCheck.extend(old, from, root, size, proof)).isTrue();
    byte[] other = old.clone();
    other[0] ^= 1;
    assertThat(ProofCheck.extend(other, from, root, size, proof)).isFalse();
  }

  @Test
  void anyBitOrHashOfAProof_changedIsRefused() {
    List<byte[]> entries = entries(21);
    byte[] root = NaiveTree.root(entries);
    byte[] leaf = Hashes.leaf(entries.get(13));
    List<byte[]> path = tree(entries).inclusion(13);
    for (int i = 0; i < path.size(); i++) {
      List<byte[]> forged = new ArrayList<>(path);
      forged.set(i, Hashes.sha256(path.get(i)));
      assertThat(ProofCheck.includes(root, 21, 13, leaf, forged)).isFalse();
      forged.remove(i);
      assertThat(ProofCheck.includes(root, 21, 13, leaf, forged)).isFalse();
      forged.addAll(Arrays.asList(root, root));
      assertThat(ProofCheck.includes(root, 21, 13, leaf, forged)).isFalse();
    }
    assertThat(ProofCheck.includes(root, 40, 13, leaf, path)).isFalse();
    assertThat(ProofCheck.includes(root, 21, -1, leaf, path)).isFalse();
  }

  @Test
  void forgedConsistency_isRefused() {
    List<byte[]> entries = entries(29);
    byte[] root = NaiveTree.root(entries);
    byte[] old = NaiveTree.root(entries.subList(0, 11));
    List<byte[]> proof = tree(entries).consistency(11);

    assertThat(ProofCheck.extend(old, 11, root, 29, proof.subList(1, proof.size()))).isFalse();
    assertThat(ProofCheck.extend(old, 12, root, 29, proof)).isFalse();
    assertThat(ProofCheck.extend(old, 11, root, 40, proof)).isFalse();
    assertThat(ProofCheck.extend(old, 11, root, 29, List.of())).isFalse();
    assertThat(ProofCheck.extend(old, 29, root, 29, List.of())).isFalse();
    assertThat(ProofCheck.extend(root, 29, old, 11, proof)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void rangeWithWhatSurroundsIt_givesTheRoot(int size) {
    List<byte[]> entries = entries(size);
    int begin = size / 3;
    int end = size - size / 4;
    MerkleTree tree = tree(entries);
    Frontier all = new Frontier();
    append(all, Frontier.levels(0, begin), tree.cover(0, begin));
    entries.subList(begin, end).forEach(entry -> all.append(Hashes.leaf(entry)));
    append(all, Frontier.levels(end, size), tree.cover(end, size));

    assertThat(all.root()).isEqualTo(NaiveTree.root(entries));
    assertThat(all.size()).isEqualTo(size);
  }

  private static void append(Frontier to, List<Integer> levels, List<byte[]> hashes) {
    for (int i = 0; i < levels.size(); i++) {
      to.append(levels.get(i), hashes.get(i));
    }
  }

  @Test
  void frontierReadBack_growsLikeTheOneThatWasKept() {
    List<byte[]> entries = entries(700);
    Frontier grown = tree(entries.subList(0, 613)).frontier((level, index, hash) -> {});
    entries.subList(613, 700).forEach(entry -> grown.append(Hashes.leaf(entry)));

    assertThat(grown.root()).isEqualTo(NaiveTree.root(entries));
  }

  @Test
  void proofInALargeTree_readsAFewTiles() {
    List<byte[]> entries = entries(70_000);
    StoredTiles tiles = StoredTiles.of(entries);
    MerkleTree tree = new MerkleTree(entries.size(), tiles);
    byte[] leaf = Hashes.leaf(entries.get(12_345));

    List<byte[]> path = tree.inclusion(12_345);

    assertThat(ProofCheck.includes(tree.root(), 70_000, 12_345, leaf, path)).isTrue();
    assertThat(tiles.reads()).isLessThanOrEqualTo(6);
  }

  @Test
  void whatIsNotInTheTree_cannotBeProved() {
    MerkleTree tree = tree(entries(5));

    assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missingHash_isNoProof() {
    MerkleTree tree = new MerkleTree(5, (level, first, count) -> List.of());

    assertThatThrownBy(() -> tree.inclusion(2)).hasMessageContaining("0 of 5");
  }
}
