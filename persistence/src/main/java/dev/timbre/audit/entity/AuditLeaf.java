package dev.timbre.audit.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * Where an entry stands in the log.
 *
 * @param position from 0
 * @param hash by which the Merkle tree knows the entry
 */
public record AuditLeaf(long position, UUID entryId, byte[] hash) implements Serializable {

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditLeaf that
        && position == that.position
        && entryId.equals(that.entryId)
        && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, entryId, Arrays.hashCode(hash));
  }
}
