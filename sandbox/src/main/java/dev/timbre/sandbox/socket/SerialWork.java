package dev.timbre.sandbox.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Pieces of work that are done one after the other, in the order in which they were given. */
final class SerialWork {
  private final Executor executor;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  SerialWork(Executor executor) {
    this.executor = executor;
  }

  /** Does something after all that was given before. */
  synchronized void add(Runnable work) {
    waiting.addLast(work);
    if (!busy) {
      busy = true;
      next();
    }
  }

  /** How many pieces of work have not begun. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Whether there is nothing to do. */
  synchronized boolean isIdle() {
    return !busy;
  }

  private void next() {
    try {
      executor.execute(this::doOne);
    } catch (RejectedExecutionException e) {
      // The sandbox stops.
      waiting.clear();
      busy = false;
    }
  }

  private void doOne() {
    Runnable work;
    synchronized (this) {
      work = waiting.removeFirst();
    }
    try {
      work.run();
    } finally {
      synchronized (this) {
        busy = !waiting.isEmpty();
        if (busy) {
          next();
        }
      }
    }
  }
}
