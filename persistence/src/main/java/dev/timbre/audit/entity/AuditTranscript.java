package dev.timbre.audit.entity;

import dev.timbre.audit.entity.AuditPositions.Placed;
import dev.timbre.audit.entity.AuditPositions.Range;
import dev.timbre.audit.proof.ExportLines;
import dev.timbre.audit.proof.MerkleTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The log in the form that the verifier reads, a piece at a time. */
@ApplicationScoped
public class AuditTranscript {

  @Inject AuditPositions positions;
  @Inject AuditCheckpoints checkpoints;
  @Inject AuditTree tree;

  protected AuditTranscript() {}

  public AuditTranscript(AuditPositions positions, AuditCheckpoints checkpoints, AuditTree tree) {
    this.positions = positions;
    this.checkpoints = checkpoints;
    this.tree = tree;
  }

  /** The first line: what follows, and what is needed to check it against the checkpoint. */
  public String header(AuditCheckpoint checkpoint, Range range) {
    MerkleTree whole = tree.tree(checkpoint.getSize());
    return ExportLines.header(
        new ExportLines.Header(
            checkpoint.getNote(),
            range.begin(),
            range.end(),
            whole.cover(0, range.begin()),
            whole.cover(range.end(), checkpoint.getSize())));
  }

  /** Positions with the checkpoints that were made after them. */
  public List<String> lines(Range range) {
    List<String> lines = new ArrayList<>();
    Iterator<AuditCheckpoint> heads = checkpoints.between(range.begin(), range.end()).iterator();
    AuditCheckpoint head = next(heads);
    for (Placed placed : positions.read(range)) {
      lines.add(line(placed));
      while (head != null && head.getSize() <= placed.position() + 1) {
        lines.add(ExportLines.checkpoint(head.getSize(), head.getNote()));
        head = next(heads);
      }
    }
    return lines;
  }

  /** Entries that wait for their position. */
  public List<String> unsealed(int most) {
    return positions.unsealed(most).stream().map(ExportLines::unsealed).toList();
  }

  private static AuditCheckpoint next(Iterator<AuditCheckpoint> heads) {
    return heads.hasNext() ? heads.next() : null;
  }

  private static String line(Placed placed) {
    return placed.canonical() == null
        ? ExportLines.retired(placed.position(), placed.leaf())
        : ExportLines.entry(placed.position(), placed.leaf(), placed.canonical());
  }
}
