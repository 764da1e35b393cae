package dev.timbre.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many callers that begin at the same moment, each in a thread of its own. */
public final class Callers {

  private static final long PATIENCE_SECONDS = 180;

  private Callers() {}

  /**
   * Runs the same work once per caller.
   *
   * @param work gets the caller's number, from 0
   * @return what each caller got, in their order
   * @throws IllegalStateException with the cause when a caller failed
   */
  public static <R> List<R> together(int callers, IntFunction<R> work) {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      CyclicBarrier start = new CyclicBarrier(callers);
      List<Future<R>> answers = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        answers.add(
            threads.submit(
                () -> {
                  start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                  return work.apply(number);
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> answer : answers) {
        results.add(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("The callers did not come to an end", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
