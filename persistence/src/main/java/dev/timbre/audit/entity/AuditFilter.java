package dev.timbre.audit.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * Which entries are wanted; every part may be null.
 *
 * @param text words that an entry has all of: of its action, reason, changes, correlation or trace
 */
public record AuditFilter(
    UUID actorId,
    AuditAction action,
    UUID subjectId,
    AuditOutcome outcome,
    String correlationId,
    Instant from,
    Instant until,
    String text) {

  public static final AuditFilter ALL =
      new AuditFilter(null, null, null, null, null, null, null, null);

  public AuditFilter(
      UUID actorId,
      AuditAction action,
      UUID subjectId,
      AuditOutcome outcome,
      String correlationId,
      Instant from,
      Instant until) {
    this(actorId, action, subjectId, outcome, correlationId, from, until, null);
  }

  public static AuditFilter ofSubject(UUID subjectId) {
    return new AuditFilter(null, null, subjectId, null, null, null, null, null);
  }
}
