package dev.timbre.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Work that takes time on the sandbox's clock. A task is finished as soon as it is due: by a worker
 * in the background, or by whoever asks for it first. What a kill interrupts is done again after
 * the restart.
 */
public final class Tasks implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Tasks.class.getName());
  private static final long IDS_FROM = 106_000_000_000_000_000L;
  private static final long SPREAD = 300_000_000_000_000_000L;
  private static final int STOP_SECONDS = 5;
  private static final int LOOK_EVERY_MILLIS = 50;

  private final World world;
  private final Map<String, UnaryOperator<Task>> works = new ConcurrentHashMap<>();
  private final Map<String, Object> underWay = new ConcurrentHashMap<>();
  private final List<Consumer<Task>> listeners = new CopyOnWriteArrayList<>();
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final ScheduledThreadPoolExecutor workers =
      new ScheduledThreadPoolExecutor(
          0,
          work -> {
            Thread thread = new Thread(work, "sandbox-tasks");
            thread.setDaemon(true);
            return thread;
          });

  public Tasks(World world) {
    this.world = world;
  }

  /**
   * Says how tasks of a kind are finished: the work returns the task settled, or with other data
   * and unsettled when it goes on; what the provider refuses must end as data too. Work that costs
   * money commits the task itself, in one step with the charge, so that no kill can come between.
   * Never called for one task in two threads at once.
   */
  public Tasks finish(String kind, UnaryOperator<Task> work) {
    works.put(kind, work);
    workers.setCorePoolSize(works.size());
    return this;
  }

  /** Tells of every task that was created or changed, in the thread that did it. */
  public void listen(Consumer<Task> listener) {
    listeners.add(listener);
  }

  /** Begins to finish what is due. Each kind has a worker, so that none waits for another's. */
  public void start() {
    for (String kind : works.keySet()) {
      var unused =
          workers.scheduleWithFixedDelay(
              () -> finishDue(kind), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Accepts a task that is due after the time that the settings say; its id is a number. */
  public Task create(String account, String kind, JsonNode data) {
    return create(Long.toString(IDS_FROM + random.nextLong(SPREAD)), account, kind, data);
  }

  /** Accepts a task with an id of the family's own, which must be new. */
  public Task create(String id, String account, String kind, JsonNode data) {
    Instant now = world.now();
    Duration needed = Duration.ofMillis(Math.round(world.settings().taskSeconds() * 1000));
    return put(new Task(id, account, kind, now, now.plus(needed), data, false));
  }

  /** Remembers a changed task. */
  public Task put(Task task) {
    world.commit(task);
    listeners.forEach(listener -> listener.accept(task));
    return task;
  }

  /** The account's task of that kind and id, finished if it is due. */
  public Optional<Task> find(String account, String kind, String id) {
    return world
        .task(id)
        .filter(t -> t.account().equals(account) && t.kind().equals(kind))
        .map(this::finished);
  }

  /**
   * The same, changed by the caller in one step with the look at it, e.g. to cancel it; a change
   * that returns the task it was given changes nothing.
   */
  public Optional<Task> change(String account, String kind, String id, UnaryOperator<Task> change) {
    Optional<Task> found = find(account, kind, id);
    if (found.isEmpty()) {
      return found;
    }
    synchronized (monitor(id)) {
      Task now = world.task(id).orElseThrow();
      Task changed = change.apply(now);
      return Optional.of(changed.equals(now) ? now : put(changed));
    }
  }

  /** The account's tasks of that kind, newest first, finished if they are due. */
  public List<Task> list(String account, String kind) {
    return world.tasks().stream()
        .filter(t -> t.account().equals(account) && t.kind().equals(kind))
        .sorted(Comparator.comparing(Task::createdAt).reversed())
        .map(this::finished)
        .toList();
  }

  private void finishDue(String kind) {
    Instant now = world.now();
    for (Task task : world.tasks()) {
      if (task.kind().equals(kind) && task.isDueAt(now)) {
        try {
          finished(task);
        } catch (RuntimeException e) {
          LOG.log(Level.ERROR, "task " + task.id() + " cannot be finished", e);
        }
      }
    }
  }

  private Task finished(Task seen) {
    UnaryOperator<Task> work = works.get(seen.kind());
    if (work == null || !seen.isDueAt(world.now())) {
      return seen;
    }
    synchronized (monitor(seen.id())) {
      return world.undivided(() -> finished(seen, work));
    }
  }

  /** A task that was forgotten meanwhile is left as it was seen. */
  private Task finished(Task seen, UnaryOperator<Task> work) {
    Optional<Task> now = world.task(seen.id());
    if (now.filter(task -> task.isDueAt(world.now())).isEmpty()) {
      return now.orElse(seen);
    }
    Task after = work.apply(now.get());
    if (!world.task(after.id()).equals(Optional.of(after))) {
      world.commit(after);
    }
    if (!after.equals(now.get())) {
      listeners.forEach(listener -> listener.accept(after));
    }
    return after;
  }

  private Object monitor(String id) {
    return underWay.computeIfAbsent(id, key -> new Object());
  }

  /** Stops the workers; a task under way is finished after the next start. */
  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
