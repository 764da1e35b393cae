package dev.timbre.sandbox.batch;

import dev.timbre.sandbox.batch.Batch.Status;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes a batch one step further, from check to run to result. Every step takes the time that the
 * settings say; a batch that has not ended after 24 hours expires.
 */
final class BatchWork {
  /** So many are answered at a stretch; whoever asks for the batch waits for no more. */
  private static final int LINES_A_STEP = 1_000;

  private final World world;
  private final FileShelf shelf;
  private final BatchLines lines;
  private final Map<String, BatchRun> runs = new ConcurrentHashMap<>();

  BatchWork(World world, FileShelf shelf, BatchLines lines) {
    this.world = world;
    this.shelf = shelf;
    this.lines = lines;
  }

  /** The task after the step that is due. */
  Task step(Task task) {
    try {
      Batch before = Batch.of(task);
      Batch batch = next(task, before);
      return batch.status() == before.status() ? task.with(batch.json()) : after(task, batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The task of a batch that goes on to its next step, or is at its end. */
  Task after(Task task, Batch batch) {
    Instant began = batch.since().getOrDefault(batch.status(), task.createdAt());
    Instant due = began.plus(Duration.ofMillis(Math.round(world.settings().taskSeconds() * 1000)));
    Instant end = task.createdAt().plus(Batch.LIFE);
    return new Task(
        task.id(),
        task.account(),
        task.kind(),
        task.createdAt(),
        due.isAfter(end) ? end : due,
        batch.json(),
        batch.status().isEnd());
  }

  private Batch next(Task task, Batch batch) throws IOException {
    Instant now = task.dueAt();
    if (batch.status() == Status.CANCELLING) {
      close(task);
      return batch.to(Status.CANCELLED, now);
    }
    if (!now.isBefore(task.createdAt().plus(Batch.LIFE))) {
      close(task);
      return batch.to(Status.EXPIRED, now);
    }
    return switch (batch.status()) {
      case VALIDATING -> validated(task, batch);
      case IN_PROGRESS -> run(task, batch);
      default -> batch.to(Status.COMPLETED, now);
    };
  }

  private Optional<BatchFile> input(Task task, Batch batch) {
    Optional<StoredFile> file = shelf.find(task.account(), batch.inputFileId());
    return file.map(f -> new BatchFile(shelf.bytesOf(f)));
  }

  private Batch validated(Task task, Batch batch) throws IOException {
    Optional<BatchFile> input = input(task, batch);
    if (input.isEmpty()) {
      return gone(task, batch);
    }
    BatchFile.Check check = input.get().check();
    return check.faults().isEmpty()
        ? batch.with(new Batch.Counts(check.lines(), 0, 0)).to(Status.IN_PROGRESS, task.dueAt())
        : batch.with(check.faults()).to(Status.FAILED, task.dueAt());
  }

  private static Batch gone(Task task, Batch batch) {
    LineFault fault = new LineFault("file_not_found", "the input file was deleted", 0);
    return batch.with(List.of(fault)).to(Status.FAILED, task.dueAt());
  }

  private Batch run(Task task, Batch batch) throws IOException {
    Optional<BatchFile> input = input(task, batch);
    if (input.isEmpty()) {
      close(task);
      return gone(task, batch);
    }
    Account account = world.account(task.account()).orElseThrow();
    BatchRun run = runs.get(task.id());
    if (run == null) {
      run = new BatchRun(world, input.get());
      runs.put(task.id(), run);
    }
    if (!lines.answer(account, run, LINES_A_STEP)) {
      return batch.with(run.results().counts(batch.counts().total()));
    }
    Batch done = run.shelve(shelf, task.account(), task.id(), batch);
    lines.charge(account, run);
    close(task);
    return done.to(Status.FINALIZING, task.dueAt());
  }

  private void close(Task task) throws IOException {
    BatchRun run = runs.remove(task.id());
    if (run != null) {
      run.close();
    }
  }
}
