package dev.timbre.platform.entity;

import dev.timbre.platform.error.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A piece of durable background work that a caller can watch. It is made in the transaction that
 * wants the work done, so it exists exactly when that change does, and it survives any crash: a
 * worker holds it by a lease, and a lease that runs out gives it back.
 */
@Entity
@Table(name = "operation")
public class Operation extends Identified {

  private static final long serialVersionUID = 1L;
  private static final int MAX_DETAIL = 1000;

  @Column(nullable = false, updatable = false)
  private String kind;

  @Column(name = "subject_id", nullable = false, updatable = false)
  private UUID subjectId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private OperationState state;

  @Column(nullable = false)
  private int attempts;

  /** When it may next run; while RUNNING, when its lease ends. */
  @Column(name = "due_at", nullable = false)
  private Instant dueAt;

  private String detail;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected Operation() {}

  public Operation(String kind, UUID subjectId, Instant now) {
    super(now);
    this.kind = kind;
    this.subjectId = subjectId;
    this.state = OperationState.QUEUED;
    this.dueAt = now;
  }

  /** A worker takes the work; whoever finds the lease run out may take it again. */
  public void lease(Instant now, Duration length) {
    requireUnfinished();
    state = OperationState.RUNNING;
    attempts++;
    dueAt = now.plus(length);
  }

  /** The work is to go on later, for the reason that a watcher may read. */
  public void postpone(Instant until, String reason) {
    requireUnfinished();
    state = OperationState.QUEUED;
    dueAt = until;
    detail = shortened(reason);
  }

  /** Somebody does not want to wait. Whether the work was waiting. */
  public boolean hasten(Instant now) {
    if (state != OperationState.QUEUED) {
      return false;
    }
    dueAt = now;
    return true;
  }

  public void succeed(Instant now, String outcome) {
    finish(OperationState.SUCCEEDED, now, outcome);
  }

  public void fail(Instant now, String reason) {
    finish(OperationState.FAILED, now, reason);
  }

  private void finish(OperationState end, Instant now, String text) {
    requireUnfinished();
    state = end;
    finishedAt = now;
    detail = shortened(text);
  }

  private void requireUnfinished() {
    if (state.isOver()) {
      throw new Conflict("operation-over", "Operation " + getId() + " is already " + state + ".");
    }
  }

  private static String shortened(String text) {
    return text == null || text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL);
  }

  public String getKind() {
    return kind;
  }

  public UUID getSubjectId() {
    return subjectId;
  }

  public OperationState getState() {
    return state;
  }

  public int getAttempts() {
    return attempts;
  }

  public Instant getDueAt() {
    return dueAt;
  }

  public String getDetail() {
    return detail;
  }

  public Instant getFinishedAt() {
    return finishedAt;
  }
}
