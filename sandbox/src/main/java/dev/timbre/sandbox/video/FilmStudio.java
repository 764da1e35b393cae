package dev.timbre.sandbox.video;

import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes the film of a task when it is due, keeps it as a file and charges it in one step. */
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
    StoredFile film = make(task.account(), order);
    Task settled = task.settledWith(new FilmResult(order, film.id(), null).toJson());
    world.charge(order.charge(task.account(), world.now()), film, settled);
    return settled;
  }

  private StoredFile make(String account, FilmOrder order) {
    try {
      return shelf.prepare(account, PURPOSE, "output.mp4", order.film().encode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
