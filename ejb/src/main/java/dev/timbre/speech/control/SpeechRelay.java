package dev.timbre.speech.control;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.speech.entity.Speech;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Hands audio on to a listener in a thread of its own, so that a slow one holds up nobody else. Who
 * falls far behind hears the rest from the store, once all of it is there. A piece that waited is
 * asked about again: much may have been forbidden since it was made.
 */
final class SpeechRelay {

  /** Bytes that wait for a slow listener: about a minute of the usual format. */
  static final int MOST_WAITING = 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(SpeechRelay.class.getName());

  private static final int PIECE = 64 * 1024;

  private static final Duration FOR_EVER = Duration.ofDays(365);

  /** Stands for a time in which nothing came. */
  private static final Piece SILENCE = new Piece(new byte[0], false);

  private final Speech speech;
  private final SpeechListener listener;
  private final Duration quiet;
  private final Supplier<Optional<String>> watch;
  private final AtomicReference<String> stopped = new AtomicReference<>();
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private int waiting;
  private boolean behind;
  private boolean over;
  private boolean busy = true;
  private final CountDownLatch heard = new CountDownLatch(1);
  private boolean running;
  private volatile boolean alone;
  private long told;

  /**
   * @param quiet after so long without news the listener is told that it waits; zero for never
   * @param watch answers the code of what forbids to go on
   */
  SpeechRelay(
      Speech speech, SpeechListener listener, Duration quiet, Supplier<Optional<String>> watch) {
    this.speech = speech;
    this.listener = listener;
    this.quiet = quiet.isZero() ? FOR_EVER : quiet;
    this.watch = watch;
  }

  /** Something that is told to the listener. */
  @FunctionalInterface
  private interface News {
    void tell() throws IOException;
  }

  /**
   * @param waits whether the listener was busy when it was made
   */
  private record Piece(byte[] bytes, boolean waits) {

    boolean isSilence() {
      return bytes.length == 0;
    }
  }

  /** Begins to hand on what is offered. */
  void start(Executor threads) {
    threads.execute(this::handOn);
    running = true;
  }

  /** Takes a piece and never waits for the listener. */
  synchronized void offer(byte[] bytes, int offset, int length) {
    behind = behind || waiting > 0 && waiting + length > MOST_WAITING;
    if (!behind && !alone && length > 0) {
      pieces.add(new Piece(Arrays.copyOfRange(bytes, offset, offset + length), busy));
      waiting += length;
      notifyAll();
    }
  }

  /** From now on nothing goes out; the first code counts. */
  synchronized void stop(String code) {
    stopped.compareAndSet(null, code);
    notifyAll();
  }

  /** Code of what stopped it; null when nothing did. */
  String stopped() {
    return stopped.get();
  }

  private void handOn() {
    try {
      tell(() -> listener.started(speech));
      for (Piece piece = next(); piece != null; piece = next()) {
        if (piece.isSilence()) {
          tell(listener::waiting);
        } else {
          hand(piece.bytes(), piece.bytes().length, piece.waits());
        }
      }
      tellOfStop();
    } finally {
      heard.countDown();
    }
  }

  /** Null when no more comes. */
  private synchronized Piece next() {
    try {
      long end = System.nanoTime() + quiet.toNanos();
      for (long left = 1; left > 0 && hasNoNews(); left = end - System.nanoTime()) {
        busy = false;
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      }
      busy = true;
    } catch (InterruptedException e) {
      alone = true; // the server stops
    }
    if (alone || stopped() != null) {
      return null;
    }
    Piece piece = pieces.poll();
    if (piece == null) {
      return over ? null : SILENCE;
    }
    waiting -= piece.bytes().length;
    return piece;
  }

  private boolean hasNoNews() {
    return pieces.isEmpty() && !over && stopped() == null;
  }

  private void hand(byte[] bytes, int length, boolean ask) {
    if (ask) {
      watch.get().ifPresent(this::stop);
    }
    if (stopped() == null) {
      tell(() -> listener.audio(bytes, 0, length));
      told += length;
    }
  }

  /** All was made and is kept: the listener hears what they have not heard yet. */
  void finish(Speech spoken, Supplier<Path> kept) {
    end();
    if (behind && !alone) {
      handRest(kept);
    }
    tell(() -> listener.finished(spoken));
    alone = true;
  }

  /** Everything from the store, by the caller's own thread. */
  void repeat(Supplier<Path> kept) {
    behind = true;
    tell(() -> listener.started(speech));
    finish(speech, kept);
  }

  private void handRest(Supplier<Path> kept) {
    try (InputStream in = Files.newInputStream(kept.get())) {
      in.skipNBytes(told);
      byte[] piece = new byte[PIECE];
      for (int length = in.read(piece); length > 0; length = in.read(piece)) {
        hand(piece, length, true);
        if (alone || stopped() != null) {
          break;
        }
      }
    } catch (IOException | BusinessException e) {
      stop(SpeechWatch.UNCERTAIN);
    }
    tellOfStop();
  }

  void fail(Speech ended, BusinessException why) {
    end();
    tell(() -> listener.failed(ended, why));
    alone = true;
  }

  private void tellOfStop() {
    if (stopped() != null) {
      tell(() -> listener.failed(speech, new SpeechStopped(speech, stopped())));
      alone = true;
    }
  }

  /** Waits until the listener has heard what was offered; nothing more is. */
  void end() {
    if (!running) {
      return;
    }
    synchronized (this) {
      over = true;
      notifyAll();
    }
    try {
      heard.await();
    } catch (InterruptedException e) {
      alone = true; // the server stops
      Thread.currentThread().interrupt();
    }
  }

  private void tell(News news) {
    if (alone) {
      return;
    }
    try {
      news.tell();
    } catch (IOException e) {
      alone = true;
    } catch (RuntimeException e) {
      alone = true;
      LOG.log(System.Logger.Level.WARNING, "A listener of speech " + speech.getId() + " broke", e);
    }
  }
}
