package dev.timbre.audit.entity;

import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.SignedNote;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A signed head of the log's tree. Never changed, never removed. */
@Entity
@Immutable
@Table(name = "audit_checkpoint")
public class AuditCheckpoint {

  @Id
  @Column(name = "tree_size", updatable = false)
  private long size;

  @Column(nullable = false, updatable = false)
  private String note;

  protected AuditCheckpoint() {}

  public AuditCheckpoint(long size, SignedNote note) {
    this.size = size;
    this.note = note.toString();
  }

  /** Entries of the log below it. */
  public long getSize() {
    return size;
  }

  /** The signed note as it was published. */
  public String getNote() {
    return note;
  }

  /** What the note says. */
  public Checkpoint head() {
    return Checkpoint.parse(SignedNote.parse(note).text());
  }
}
