package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.entity.AuditCheckpoints;
import dev.timbre.audit.entity.AuditLeaf;
import dev.timbre.audit.entity.AuditLog;
import dev.timbre.audit.entity.AuditPositions;
import dev.timbre.audit.entity.AuditSigningKey;
import dev.timbre.audit.entity.AuditTree;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Proves the log. Keys and heads say nothing about anybody, so every auditor may compare them;
 * entries and their places are for those who may read the whole log.
 */
@Stateless
@RolesAllowed({"auditor", "admin", "audit:read"})
public class AuditProof {

  @Inject AuditLog log;
  @Inject AuditTree tree;
  @Inject AuditPositions positions;
  @Inject AuditCheckpoints checkpoints;

  /**
   * Proof that an entry stands in the log.
   *
   * @param canonical what was hashed; null when the entry was retired
   * @param path from the leaf's sibling up to the root
   */
  public record Inclusion(
      AuditLeaf leaf, String canonical, AuditCheckpoint checkpoint, List<byte[]> path) {}

  /** Proof that one checkpoint's log begins with the other's. */
  public record Consistency(AuditCheckpoint from, AuditCheckpoint to, List<byte[]> hashes) {}

  /**
   * The largest first.
   *
   * @param below size of the last one of the page before; null for the first page
   */
  public List<AuditCheckpoint> page(Long below, int most) {
    return checkpoints.page(below, most);
  }

  /**
   * @throws NotFound while nothing is sealed
   */
  public AuditCheckpoint latest() {
    return checkpoints
        .findLatest()
        .orElseThrow(
            () ->
                new NotFound(
                    "audit-log-empty",
                    "Nothing of the log is sealed yet; it is within a second of the first entry."));
  }

  public AuditCheckpoint checkpoint(long size) {
    return checkpoints.get(size);
  }

  /** Every key that signs or once signed, the oldest first. */
  public List<AuditSigningKey> keys() {
    return checkpoints.keys();
  }

  /** Where an entry stands; empty while it waits to be sealed. */
  @WholeLog
  public Optional<AuditLeaf> findLeaf(UUID entryId) {
    return tree.findLeaf(entryId);
  }

  /**
   * @param size of the checkpoint to prove against; null for the latest
   * @throws NotFound when there is neither such an entry nor such a checkpoint
   * @throws Conflict while the entry waits to be sealed
   * @throws Invalid when the checkpoint was made before the entry
   */
  @WholeLog
  public Inclusion inclusion(UUID entryId, Long size) {
    AuditLeaf leaf = tree.findLeaf(entryId).orElseThrow(() -> notSealed(entryId));
    AuditCheckpoint checkpoint = size == null ? latest() : checkpoints.get(size);
    if (leaf.position() >= checkpoint.getSize()) {
      throw new Invalid(
          "checkpoint-too-early",
          "The entry has position %d and the checkpoint covers those below %d; take a later one."
              .formatted(leaf.position(), checkpoint.getSize()));
    }
    return new Inclusion(
        leaf,
        positions.findCanonical(entryId).orElse(null),
        checkpoint,
        tree.tree(checkpoint.getSize()).inclusion(leaf.position()));
  }

  /**
   * @param from size of the older checkpoint
   * @param to size of the newer one; null for the latest
   * @throws NotFound when no checkpoint was made at one of the sizes
   * @throws Invalid when they are the wrong way round
   */
  @WholeLog
  public Consistency consistency(long from, Long to) {
    AuditCheckpoint older = checkpoints.get(from);
    AuditCheckpoint newer = to == null ? latest() : checkpoints.get(to);
    if (older.getSize() > newer.getSize()) {
      throw new Invalid(
          "checkpoint-order",
          "from is %d and to is %d; from must not be larger."
              .formatted(older.getSize(), newer.getSize()));
    }
    return new Consistency(older, newer, tree.tree(newer.getSize()).consistency(older.getSize()));
  }

  private RuntimeException notSealed(UUID entryId) {
    log.get(entryId); // not found is another answer
    return new Conflict(
        "audit-entry-not-sealed",
        "The entry " + entryId + " waits to be sealed; ask again in a second.");
  }
}
