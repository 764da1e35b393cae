package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.entity.AuditCheckpoints;
import dev.timbre.audit.entity.AuditPositions;
import dev.timbre.audit.entity.AuditPositions.Placed;
import dev.timbre.audit.entity.AuditPositions.Range;
import dev.timbre.audit.entity.AuditTranscript;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.error.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Hands out the log for others to keep and to check, in pieces, so that memory stays flat. */
@Stateless
@WholeLog
@RolesAllowed({"auditor", "admin", "audit:read"})
public class AuditExport {

  /** Positions that are read at once. */
  public static final int PIECE = 2_000;

  @Inject AuditPositions positions;
  @Inject AuditCheckpoints checkpoints;
  @Inject AuditTranscript transcript;
  @Inject AuditTrail trail;

  /**
   * An export that has begun.
   *
   * @param header its first line in the form that the verifier reads
   * @param toTheEnd whether entries without a position belong to it
   */
  public record Begun(String origin, String header, Range range, boolean toTheEnd) {}

  /**
   * Begins an export of a time, or of everything. The log notes that somebody took it.
   *
   * @param from null for the beginning
   * @param until the first moment that is not wanted; null for the end
   * @throws NotFound while nothing is sealed
   */
  @Audited(AuditAction.AUDIT_EXPORT)
  public Begun begin(Instant from, Instant until) {
    AuditCheckpoint checkpoint =
        checkpoints
            .findLatest()
            .orElseThrow(
                () ->
                    new NotFound(
                        "audit-log-empty", "Nothing of the log is sealed yet; try again."));
    long size = checkpoint.getSize();
    Range range = positions.between(from, until, size).orElseGet(() -> new Range(size, size));
    trail.done(
        AuditAction.AUDIT_EXPORT,
        null,
        Change.to("begin", range.begin()),
        Change.to("end", range.end()));
    String header = transcript.header(checkpoint, range);
    return new Begun(checkpoint.head().origin(), header, range, until == null);
  }

  /** The lines of some positions, as the verifier reads them. */
  public List<String> lines(Range piece) {
    return transcript.lines(piece);
  }

  /** The lines of entries that wait for their position. */
  public List<String> unsealed() {
    return transcript.unsealed(PIECE);
  }

  /** Some positions. */
  public List<Placed> read(Range piece) {
    return positions.read(piece);
  }
}
