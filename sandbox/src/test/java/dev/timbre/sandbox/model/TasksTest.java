package dev.timbre.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
  @TempDir Path directory;

  private static ObjectNode state(String state) {
    return JsonNodeFactory.instance.objectNode().put("state", state);
  }

  private World world() throws Exception {
    return new World(directory, List.of(Account.open("demo", "0", "k1")), Clock.systemUTC());
  }

  private static Tasks printing(World world, AtomicInteger runs) {
    return new Tasks(world)
        .finish(
            "print",
            task -> {
              runs.incrementAndGet();
              return task.settledWith(state("done"));
            });
  }

  private static void awaitRelease(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void task_isFinishedOnceByWhoeverAsksWhenItIsDue() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (World world = world();
        Tasks tasks = printing(world, runs)) {
      Task task = tasks.create("demo", "print", state("new"));
      assertThat(tasks.find("demo", "print", task.id())).contains(task);
      assertThat(tasks.find("other", "print", task.id())).isEmpty();
      assertThat(tasks.find("demo", "other", task.id())).isEmpty();
      assertThat(task.id()).matches("\\d{18}");

      world.advance(2);
      assertThat(tasks.list("demo", "print"))
          .singleElement()
          .satisfies(t -> assertThat(t.data()).isEqualTo(state("done")));
      assertThat(tasks.find("demo", "print", task.id()).orElseThrow().settled()).isTrue();
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void task_outlivesARestart_andIsFinishedByTheWorker() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    String id;
    try (World world = world();
        Tasks tasks = printing(world, runs)) {
      id = tasks.create("demo", "print", state("new")).id();
    }
    try (World world = world();
        Tasks tasks = printing(world, runs)) {
      List<Task> heard = new ArrayList<>();
      tasks.listen(heard::add);
      tasks.start();
      world.advance(2);
      await().until(() -> world.task(id).orElseThrow().settled());
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void kindThatTakesLong_holdsUpNoOther() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    try (World world = world();
        Tasks tasks = printing(world, new AtomicInteger())) {
      tasks.finish(
          "sing",
          task -> {
            awaitRelease(held);
            return task.settledWith(state("sung"));
          });
      String song = tasks.create("demo", "sing", state("new")).id();
      String print = tasks.create("demo", "print", state("new")).id();
      tasks.start();
      world.advance(2);
      await().until(() -> world.task(print).orElseThrow().settled());
      assertThat(world.task(song).orElseThrow().settled()).isFalse();
      held.countDown();
      await().until(() -> world.task(song).orElseThrow().settled());
    }
  }

  @Test
  void listener_hearsOfEveryChange() throws Exception {
    try (World world = world();
        Tasks tasks = printing(world, new AtomicInteger())) {
      List<String> heard = new ArrayList<>();
      tasks.listen(task -> heard.add(task.data().get("state").asText()));
      Task task = tasks.create("demo", "print", state("new"));
      tasks.change("demo", "print", task.id(), t -> t.with(state("half")));
      tasks.change("demo", "print", task.id(), t -> t);
      world.advance(2);
      tasks.find("demo", "print", task.id());
      assertThat(heard).containsExactly("new", "half", "done");
    }
  }

  @Test
  void cancelledTask_isNeverFinished() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (World world = world();
        Tasks tasks = printing(world, runs)) {
      Task task = tasks.create("demo", "print", state("new"));
      tasks.change("demo", "print", task.id(), t -> t.settledWith(state("cancelled")));
      world.advance(2);
      assertThat(tasks.find("demo", "print", task.id()).orElseThrow().data())
          .isEqualTo(state("cancelled"));
      assertThat(runs).hasValue(0);
    }
  }
}
