package dev.timbre.platform.entity;

/** Where a piece of durable background work stands. */
public enum OperationState {
  /** Waiting for its time or a free worker. */
  QUEUED,
  /** A worker holds its lease. */
  RUNNING,
  SUCCEEDED,
  FAILED;

  public boolean isOver() {
    return this == SUCCEEDED || this == FAILED;
  }
}
