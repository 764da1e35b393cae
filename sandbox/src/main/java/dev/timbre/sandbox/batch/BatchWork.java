package dev.timbre.sandbox.batch;

import dev.timbre.sandbox.batch.Batch.Status;
import dev.timbre.sandbox.model.Fact;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Payer;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
      return next(task, Batch.of(task));
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

  private Task next(Task task, Batch batch) throws IOException {
    Instant now = task.dueAt();
    if (batch.status() == Status.CANCELLING) {
      close(task);
      return after(task, batch.to(Status.CANCELLED, now));
    }
    if (!now.isBefore(task.createdAt().plus(Batch.LIFE))) {
      close(task);
      return after(task, batch.to(Status.EXPIRED, now));
    }
    return switch (batch.status()) {
      case VALIDATING -> after(task, validated(task, batch));
      case IN_PROGRESS -> run(task, batch);
      default -> after(task, batch.to(Status.COMPLETED, now));
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

  private Task run(Task task, Batch batch) throws IOException {
    Optional<BatchFile> input = input(task, batch);
    if (input.isEmpty()) {
      close(task);
      return after(task, gone(task, batch));
    }
    Payer payer = new Payer(task.account(), batch.purse());
    BatchRun run = runs.get(task.id());
    if (run == null) {
      run = new BatchRun(world, input.get());
      runs.put(task.id(), run);
    }
    if (!lines.answer(payer, run, LINES_A_STEP)) {
      Batch further = batch.with(run.results().counts(batch.counts().total()));
      return task.with(further.json());
    }
    Task finalizing = billed(task, batch, run);
    close(task);
    return finalizing;
  }

  /** Result files, bill and the end of the run become true in one step. */
  private Task billed(Task task, Batch batch, BatchRun run) throws IOException {
    Optional<StoredFile> answers = run.results().answers(shelf, task);
    Optional<StoredFile> refusals = run.results().refusals(shelf, task);
    Batch done =
        batch
            .with(run.results().counts(batch.counts().total()))
            .withFiles(idOf(answers), idOf(refusals))
            .to(Status.FINALIZING, task.dueAt());
    Task finalizing = after(task, done);
    List<Fact> together = new ArrayList<>(List.of(finalizing));
    answers.ifPresent(together::add);
    refusals.ifPresent(together::add);
    Payer payer = new Payer(task.account(), batch.purse());
    world.charge(lines.charges(payer, run), together.toArray(Fact[]::new));
    return finalizing;
  }

  private static long idOf(Optional<StoredFile> file) {
    return file.map(StoredFile::id).orElse(0L);
  }

  private void close(Task task) throws IOException {
    BatchRun run = runs.remove(task.id());
    if (run != null) {
      run.close();
    }
  }
}
