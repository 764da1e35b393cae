package dev.timbre.audit.entity;

import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.Frontier;
import dev.timbre.audit.proof.Hashes;
import dev.timbre.audit.proof.MerkleTree;
import dev.timbre.audit.proof.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The Merkle tree over the log: entries get their positions here, and are never moved. */
@ApplicationScoped
public class AuditTree {

  /** Any number will do, so long as no one else takes it: "sealer" in ASCII. */
  private static final long SEALER_LOCK = 0x7365616c6572L;

  private static final HexFormat HEX = HexFormat.of();

  @PersistenceContext EntityManager em;

  /**
   * Gives positions to entries that have committed, in the order of their ids, and keeps a signed
   * head of the tree that has grown; all of it commits together. Whoever comes while another
   * transaction does so goes away with nothing.
   *
   * @param most entries at once
   * @param signing signs the text of the new head
   * @return the new head; empty when there is nothing to do
   * @throws TreeAltered when what is stored is not what was last signed; nothing is signed then
   */
  public Optional<AuditCheckpoint> seal(
      String origin, int most, Function<String, SignedNote> signing) {
    if (!(boolean) one("select pg_try_advisory_xact_lock(" + SEALER_LOCK + ")")) {
      return Optional.empty();
    }
    List<Object[]> waiting = unsealed(most);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder nodes = new StringBuilder();
    Frontier frontier = lastSigned((level, index, hash) -> collect(nodes, level, index, hash));
    long first = frontier.size();
    StringBuilder leaves = new StringBuilder();
    for (Object[] row : waiting) {
      byte[] leaf = Hashes.leaf(EntryColumns.canonical(row, 0).getBytes(StandardCharsets.UTF_8));
      frontier.append(leaf);
      leaves.append(leaves.isEmpty() ? "" : ",").append(row[0]).append('/');
      leaves.append(HEX.formatHex(leaf));
    }
    keepLeaves(first, leaves.toString());
    keepNodes(nodes.toString());
    Checkpoint head = new Checkpoint(origin, frontier.size(), frontier.root());
    AuditCheckpoint checkpoint = new AuditCheckpoint(head.size(), signing.apply(head.text()));
    em.persist(checkpoint);
    return Optional.of(checkpoint);
  }

  /** The tree at a size that has been signed. */
  public MerkleTree tree(long size) {
    return new MerkleTree(size, this::tile);
  }

  public Optional<AuditLeaf> findLeaf(UUID entryId) {
    return rows("select position, entry_id, leaf_hash from audit_leaf where entry_id = ?1", entryId)
        .stream()
        .map(row -> new AuditLeaf((Long) row[0], (UUID) row[1], (byte[]) row[2]))
        .findFirst();
  }

  /**
   * Puts entries back in line that have neither a position nor a place in it; only somebody who
   * meddled with the tables can have taken it from them.
   *
   * @return how many
   */
  public int requeueForgotten() {
    return em.createNativeQuery(
            "insert into audit_unsealed (entry_id) select e.id from audit_entry e"
                + " where not exists (select from audit_leaf l where l.entry_id = e.id)"
                + " on conflict do nothing")
        .executeUpdate();
  }

  /** The tree as it was last signed, ready to grow; whether it still is that is checked here. */
  private Frontier lastSigned(Frontier.Completed completed) {
    List<AuditCheckpoint> last =
        em.createQuery(
                "select c from AuditCheckpoint c order by c.size desc", AuditCheckpoint.class)
            .setMaxResults(1)
            .getResultList();
    long size = last.isEmpty() ? 0 : last.get(0).getSize();
    long stored = (Long) one("select coalesce(max(position) + 1, 0) from audit_leaf");
    try {
      Relay relay = new Relay();
      Frontier frontier = tree(size).frontier(relay);
      if (stored == size && (last.isEmpty() || isRootOf(last.get(0), frontier))) {
        relay.to = completed;
        return frontier;
      }
      throw new TreeAltered(size, stored, null);
    } catch (IllegalStateException | IllegalArgumentException e) {
      // hashes that are missing, or a note that is none
      throw e instanceof TreeAltered altered ? altered : new TreeAltered(size, stored, e);
    }
  }

  private static boolean isRootOf(AuditCheckpoint checkpoint, Frontier frontier) {
    return Arrays.equals(checkpoint.head().root(), frontier.root());
  }

  /** What is read back is not kept a second time. */
  private static final class Relay implements Frontier.Completed {

    private Frontier.Completed to = (level, index, hash) -> {};

    @Override
    public void at(int level, long index, byte[] hash) {
      to.at(level, index, hash);
    }
  }

  private static void collect(StringBuilder nodes, int level, long index, byte[] hash) {
    if (level > 0 && level % MerkleTree.TILE_LEVELS == 0) {
      nodes.append(nodes.isEmpty() ? "" : ",").append(level).append('/').append(index).append('/');
      nodes.append(HEX.formatHex(hash));
    }
  }

  /** How many entries have no position yet. */
  public long countUnsealed() {
    return (Long)
        em.createNativeQuery("select count(*) from audit_unsealed", Long.class).getSingleResult();
  }

  private List<Object[]> unsealed(int most) {
    return rows(
        "select "
            + EntryColumns.SELECTED
            + " from audit_unsealed u join audit_entry e on e.id = u.entry_id"
            // a place in line twice gives no second position
            + " where not exists (select from audit_leaf l where l.entry_id = u.entry_id)"
            + " order by u.entry_id limit ?1",
        most);
  }

  /** One statement for all rows, because each of them would be a round trip. */
  private void keepLeaves(long first, String leaves) {
    em.createNativeQuery(
            "with leaf as (select ?1 + n - 1 as position,"
                + " cast(split_part(v, '/', 1) as uuid) as entry_id,"
                + " decode(split_part(v, '/', 2), 'hex') as leaf_hash"
                + " from unnest(string_to_array(?2, ',')) with ordinality as given (v, n)),"
                + " taken as (delete from audit_unsealed u using leaf"
                + " where u.entry_id = leaf.entry_id)"
                + " insert into audit_leaf (position, entry_id, leaf_hash)"
                + " select position, entry_id, leaf_hash from leaf")
        .setParameter(1, first)
        .setParameter(2, leaves)
        .executeUpdate();
  }

  private void keepNodes(String nodes) {
    if (!nodes.isEmpty()) {
      em.createNativeQuery(
              "insert into audit_node (level, idx, node_hash)"
                  + " select cast(split_part(v, '/', 1) as integer),"
                  + " cast(split_part(v, '/', 2) as bigint), decode(split_part(v, '/', 3), 'hex')"
                  + " from unnest(string_to_array(?1, ',')) as given (v)")
          .setParameter(1, nodes)
          .executeUpdate();
    }
  }

  private List<byte[]> tile(int level, long first, int count) {
    Query query =
        level == 0
            ? em.createNativeQuery(
                "select leaf_hash from audit_leaf where position >= ?1 and position < ?2"
                    + " order by position")
            : em.createNativeQuery(
                    "select node_hash from audit_node where idx >= ?1 and idx < ?2 and level = ?3"
                        + " order by idx")
                .setParameter(3, level);
    List<byte[]> hashes = new ArrayList<>();
    query.setParameter(1, first).setParameter(2, first + count);
    for (Object hash : query.getResultList()) {
      hashes.add((byte[]) hash);
    }
    return hashes;
  }

  private Object one(String sql) {
    return em.createNativeQuery(sql).getSingleResult();
  }

  private List<Object[]> rows(String sql, Object parameter) {
    List<Object[]> rows = new ArrayList<>();
    for (Object row : em.createNativeQuery(sql).setParameter(1, parameter).getResultList()) {
      rows.add((Object[]) row);
    }
    return rows;
  }
}
