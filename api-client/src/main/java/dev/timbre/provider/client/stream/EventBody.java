package dev.timbre.provider.client.stream;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A body that its reader pulls: never more than one delivery of the network (some kilobytes) waits
 * here while the reader has another. What is not asked for stays in the network, which slows the
 * sender down. One reader; any thread may cancel.
 */
public final class EventBody implements BodySubscriber<EventBody> {

  /** What may follow the last event before the connection is given up: the end of the body. */
  private static final int MOST_DRAINED = 64 * 1024;

  private static final long DRAIN_SECONDS = 1;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Subscription subscription;
  private List<ByteBuffer> waiting = List.of();
  private boolean ended;
  private boolean cancelled;
  private boolean draining;
  private long drained;
  private Throwable failure;

  /** The reader's own. */
  private Iterator<ByteBuffer> current = List.<ByteBuffer>of().iterator();

  private ByteBuffer buffer = ByteBuffer.allocate(0);

  private EventBody() {}

  /** Hands the body over as soon as the headers have come. */
  public static BodyHandler<EventBody> handler() {
    return info -> new EventBody();
  }

  @Override
  public CompletionStage<EventBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    boolean unwanted;
    lock.lock();
    try {
      subscription = given;
      unwanted = cancelled;
    } finally {
      lock.unlock();
    }
    if (unwanted) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    lock.lock();
    try {
      if (!draining) {
        waiting = buffers;
        changed.signalAll();
        return;
      }
    } finally {
      lock.unlock();
    }
    drop(buffers);
  }

  private void drop(List<ByteBuffer> buffers) {
    drained += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
    if (drained > MOST_DRAINED) {
      cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    change(() -> failure = thrown);
  }

  @Override
  public void onComplete() {
    change(() -> ended = true);
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads some bytes.
   *
   * @param deadline as {@link System#nanoTime} counts
   * @return how many, or -1 at the end
   * @throws TimeoutException when none came before the deadline
   * @throws IOException when the line was cut, or the body cancelled
   */
  int read(byte[] into, long deadline) throws IOException, InterruptedException, TimeoutException {
    while (!buffer.hasRemaining()) {
      if (current.hasNext()) {
        buffer = current.next();
      } else if (!await(deadline)) {
        return -1;
      }
    }
    int count = Math.min(into.length, buffer.remaining());
    buffer.get(into, 0, count);
    return count;
  }

  /** Waits for the next delivery and asks for the one after it; false at the end. */
  private boolean await(long deadline) throws IOException, InterruptedException, TimeoutException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !isOver()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new TimeoutException();
        }
        // the loop looks at the clock and at what came
        changed.awaitNanos(left);
      }
      if (cancelled) {
        throw new IOException("closed by this side");
      }
      if (waiting.isEmpty()) {
        return endOrFail();
      }
      current = waiting.iterator();
      waiting = List.of();
    } finally {
      lock.unlock();
    }
    subscription.request(1);
    return true;
  }

  private boolean endOrFail() throws IOException {
    if (failure != null) {
      throw new IOException(failure);
    }
    return false;
  }

  /**
   * Reads nothing more. The body may come to its end by itself, so that its connection can be used
   * again; if it does not do so soon, it is cancelled.
   */
  void release() {
    boolean unasked;
    lock.lock();
    try {
      if (draining || isOver()) {
        return;
      }
      draining = true;
      unasked = !waiting.isEmpty();
      waiting = List.of();
    } finally {
      lock.unlock();
    }
    if (unasked) {
      subscription.request(1);
    }
    CompletableFuture.delayedExecutor(DRAIN_SECONDS, TimeUnit.SECONDS).execute(this::cancel);
  }

  /**
   * Waits until nothing more will come, or {@code atMost}; an interrupt ends the wait and stays.
   */
  void awaitEnd(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    lock.lock();
    try {
      for (long left = atMost.toNanos(); left > 0 && !isOver(); ) {
        // the loop looks at the clock and at what came
        changed.awaitNanos(left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean isOver() {
    return ended || cancelled || failure != null;
  }

  /** Frees the connection, unless the body has ended, and wakes the reader. */
  void cancel() {
    Subscription given;
    lock.lock();
    try {
      if (isOver()) {
        return;
      }
      cancelled = true;
      given = subscription;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (given != null) {
      given.cancel();
    }
  }
}
