package dev.timbre.audit.entity;

import java.time.Instant;
import java.util.UUID;

/** Which entries are wanted; every part may be null. */
public record AuditFilter(
    UUID actorId,
    AuditAction action,
    UUID subjectId,
    AuditOutcome outcome,
    String correlationId,
    Instant from,
    Instant until) {

  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);

  public static AuditFilter ofSubject(UUID subjectId) {
    return new AuditFilter(null, null, subjectId, null, null, null, null);
  }
}
