package dev.timbre.sandbox.video;

import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** Makes the film of a task when it is due, keeps it as a file and charges it. */
final class FilmStudio {
  static final String PURPOSE = "video_generation";

  private final World world;
  private final FileShelf shelf;

  FilmStudio(World world, FileShelf shelf) {
    this.world = world;
    this.shelf = shelf;
  }

  /** The task at its end: with a film, or failed if its prompt asks for that. */
  Task finish(Task task) {
    FilmOrder order = FilmResult.of(task).order();
    if (Triggers.isFailing(order.prompt())) {
      return task.settledWith(new FilmResult(order, null, 0).toJson());
    }
    if (Triggers.isOutputProhibited(order.prompt())) {
      int code = Code.OUTPUT_SENSITIVE.number();
      return task.settledWith(new FilmResult(order, null, code).toJson());
    }
    long fileId = make(task.account(), order);
    charge(task.account(), order.model(), order);
    return task.settledWith(new FilmResult(order, fileId, null).toJson());
  }

  /** How far a task is, in [0, 1]. */
  static double progress(Task task, Instant now) {
    if (task.settled() || !now.isBefore(task.dueAt())) {
      return 1;
    }
    double whole = Duration.between(task.createdAt(), task.dueAt()).toMillis();
    return Duration.between(task.createdAt(), now).toMillis() / whole;
  }

  private long make(String account, FilmOrder order) {
    try {
      return shelf.add(account, PURPOSE, "output.mp4", order.film().encode()).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void charge(String account, String model, FilmOrder order) {
    world.charge(
        new LedgerEntry(
            world.now(), account, LedgerEntry.Kind.VIDEO, null, model, 1, order.price()));
  }
}
