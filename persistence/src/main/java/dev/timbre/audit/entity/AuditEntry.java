package dev.timbre.audit.entity;

import dev.timbre.audit.proof.CanonicalJson;
import dev.timbre.audit.proof.Hashes;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.TimedIds;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * One fact: who did what to which subject, when, and how it ended. Never changed, never removed.
 */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry extends Identified {

  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  @Embedded private Actor actor;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AuditAction action;

  @Column(name = "subject_id", updatable = false)
  private UUID subjectId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AuditOutcome outcome;

  /** Stable code of the rule or provider fault behind a refusal or failure. */
  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private String changes;

  @Column(name = "correlation_id", updatable = false)
  private String correlationId;

  /** The provider's trace id of the call this is about. */
  @Column(name = "trace_id", updatable = false)
  private String traceId;

  protected AuditEntry() {}

  public AuditEntry(
      Instant at, Actor actor, AuditAction action, UUID subjectId, AuditOutcome outcome) {
    // the id says when, so that a time is looked for by ids; microseconds are what the database
    // keeps
    super(TimedIds.at(at), at.truncatedTo(ChronoUnit.MICROS));
    this.actor = actor;
    this.action = action;
    this.subjectId = subjectId;
    this.outcome = outcome;
  }

  public AuditEntry because(String code) {
    this.reason = code;
    return this;
  }

  public AuditEntry changing(List<Change> fields) {
    this.changes = Change.toJson(fields);
    return this;
  }

  public AuditEntry correlated(String id) {
    this.correlationId = id;
    return this;
  }

  public AuditEntry traced(String id) {
    this.traceId = id;
    return this;
  }

  /**
   * What the log proves of this entry: an object of strings in canonical form (RFC 8785), with
   * every column of the row. The leaf of the Merkle tree is {@link #leafHash()}.
   */
  public String canonical() {
    Map<String, String> members = new HashMap<>();
    members.put("id", getId().toString());
    members.put("version", Long.toString(getVersion()));
    members.put("createdAt", INSTANT.format(getCreatedAt()));
    members.put("actorKind", actor.kind().name());
    members.put("actorId", text(actor.id()));
    members.put("action", action.name());
    members.put("subjectId", text(subjectId));
    members.put("outcome", outcome.name());
    members.put("reason", reason);
    members.put("changes", changes);
    members.put("correlationId", correlationId);
    members.put("traceId", traceId);
    return CanonicalJson.of(members);
  }

  /** The SHA-256 by which the log's tree knows this entry, the same before and after it commits. */
  public byte[] leafHash() {
    return Hashes.leaf(canonical().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  public Actor getActor() {
    return actor;
  }

  public AuditAction getAction() {
    return action;
  }

  public UUID getSubjectId() {
    return subjectId;
  }

  public AuditOutcome getOutcome() {
    return outcome;
  }

  public String getReason() {
    return reason;
  }

  /** A JSON array of {@code {field, before, after}}; null when nothing changed. */
  public String getChanges() {
    return changes;
  }

  public String getCorrelationId() {
    return correlationId;
  }

  public String getTraceId() {
    return traceId;
  }
}
