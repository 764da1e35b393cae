package dev.timbre.sandbox.video.h3;

import dev.timbre.sandbox.callback.Callbacks;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Tasks;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import dev.timbre.sandbox.video.FilmOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tasks of the newer family: how they are finished, found, cancelled and told of. */
public final class H3Tasks {
  private static final String KIND = "video-h3";

  /** Older tasks are unknown: seven days, by the provider's page. */
  private static final Duration KNOWN = Duration.ofDays(7);

  private final Tasks tasks;
  private final Callbacks callbacks;
  private final MediaLinks links;
  private final World world;
  private final H3View view;

  public H3Tasks(Tasks tasks, Callbacks callbacks, MediaLinks links, World world) {
    this.tasks = tasks;
    this.callbacks = callbacks;
    this.links = links;
    this.world = world;
    this.view = new H3View(world, links);
    tasks.finish(KIND, this::finish);
    tasks.listen(this::tell);
  }

  H3View view() {
    return view;
  }

  Task create(String account, H3Order order) {
    return tasks.create(account, KIND, H3Work.begun(order).toJson());
  }

  Optional<Task> find(String account, String id) {
    return tasks.find(account, KIND, id).filter(this::isKnown);
  }

  List<Task> list(String account) {
    return tasks.list(account, KIND).stream().filter(this::isKnown).toList();
  }

  /**
   * Cancels a task that waits, or deletes one that ended; empty when it is unknown.
   *
   * @return {@code cancelled} or {@code deleted}
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is running
   */
  Optional<String> remove(String account, String id) {
    if (find(account, id).isEmpty()) {
      return Optional.empty();
    }
    return tasks.change(account, KIND, id, this::removed).map(this::action);
  }

  private Task removed(Task task) {
    H3Work work = H3Work.of(task);
    return switch (view.status(task)) {
      case "queued" ->
          task.settledWith(work.ended(H3Work.End.CANCELLED, null, world.now()).toJson());
      case "running" ->
          throw Code.INVALID_PARAMS.refusal("a running task can be neither cancelled nor deleted");
      default -> task.settledWith(work.asDeleted().toJson());
    };
  }

  private String action(Task task) {
    return H3Work.of(task).deleted() ? "deleted" : "cancelled";
  }

  private boolean isKnown(Task task) {
    return !H3Work.of(task).deleted() && world.now().isBefore(task.createdAt().plus(KNOWN));
  }

  private Task finish(Task task) {
    H3Work work = H3Work.of(task);
    FilmOrder film = work.order().film();
    if (Triggers.isFailing(film.prompt())) {
      return ended(task, work, H3Work.End.FAILED, null);
    }
    if (Triggers.isOutputProhibited(film.prompt())) {
      return ended(task, work, H3Work.End.PROHIBITED, null);
    }
    String result = work.order().isFilm() ? made(film) : prepared(film.prompt());
    Task settled = ended(task, work, H3Work.End.SUCCEEDED, result);
    world.charge(film.charge(task.account(), world.now()), settled);
    return settled;
  }

  private Task ended(Task task, H3Work work, H3Work.End end, String result) {
    return task.settledWith(work.ended(end, result, world.now()).toJson());
  }

  private String made(FilmOrder film) {
    try {
      return links.keep(film.film().encode(), "mp4");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String prepared(String prompt) {
    return "Wide shot, soft daylight, slow camera. " + prompt.strip() + " The scene ends calmly.";
  }

  private void tell(Task task) {
    if (task.kind().equals(KIND)) {
      H3Work work = H3Work.of(task);
      String url = work.order().film().callbackUrl();
      if (url != null && !work.deleted()) {
        callbacks.notify(url, Call.object().set("task", view.task(task)));
      }
    }
  }
}
