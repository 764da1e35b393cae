package dev.timbre.sandbox.video;

import dev.timbre.sandbox.model.Task;
import java.time.Duration;
import java.time.Instant;

/** How far tasks are, which decides the states that they seem to go through. */
public final class Progress {
  private Progress() {}

  /** In [0, 1]; 1 from the moment it is due. */
  public static double of(Task task, Instant now) {
    if (task.settled() || !now.isBefore(task.dueAt())) {
      return 1;
    }
    double whole = Duration.between(task.createdAt(), task.dueAt()).toMillis();
    return Duration.between(task.createdAt(), now).toMillis() / whole;
  }
}
