package dev.timbre.provider.client.socket;

import dev.timbre.provider.client.wire.CleanText;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A WebSocket of which one thread pulls the text frames while any thread sends or closes. What is
 * not pulled stays in the network but for {@value #READ_AHEAD} characters and one frame, which
 * slows the sender down. A frame of several parts is put together here.
 */
public final class TextFrames implements WebSocket.Listener, AutoCloseable {

  /** The largest frame taken, in characters: 8 MB of audio in hex. */
  public static final int LARGEST_FRAME = 16 * 1024 * 1024;

  /** Frames wait here only while they have fewer characters together. */
  static final int READ_AHEAD = 1024 * 1024;

  private static final int CLOSED_WITHOUT_A_WORD = 1006;
  private static final String ENDED_WITHOUT_A_WORD = "the line ended without a word";
  private static final long SECONDS_TO_SAY_GOODBYE = 1;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<String> waiting = new ArrayDeque<>();
  private int waitingCharacters;
  private boolean paused;
  private IOException end;
  private boolean closed;
  private WebSocket socket;

  /** Nothing is sent before the socket is open. */
  private final CompletableFuture<WebSocket> open = new CompletableFuture<>();

  private CompletableFuture<WebSocket> sent = open;

  /** The listener's own: the library calls it by one thread at a time. */
  private final StringBuilder partial = new StringBuilder();

  @Override
  public void onOpen(WebSocket opened) {
    boolean unwanted;
    lock.lock();
    try {
      socket = opened;
      unwanted = closed;
    } finally {
      lock.unlock();
    }
    if (unwanted) {
      opened.abort();
    } else {
      open.complete(opened);
      opened.request(1);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    if (partial.length() + data.length() > LARGEST_FRAME) {
      end(new SocketDamaged("a frame of more than " + LARGEST_FRAME + " characters"));
      from.abort();
      return null;
    }
    partial.append(data);
    boolean goOn = true;
    if (last) {
      goOn = deliver(partial.toString());
      partial.setLength(0);
      if (partial.capacity() > READ_AHEAD) {
        partial.trimToSize();
      }
    }
    if (goOn) {
      from.request(1);
    }
    return null;
  }

  /** True when there is room for another frame. */
  private boolean deliver(String frame) {
    lock.lock();
    try {
      waiting.add(frame);
      waitingCharacters += frame.length();
      paused = waitingCharacters >= READ_AHEAD;
      changed.signalAll();
      return !paused;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    end(new SocketDamaged("a binary frame"));
    from.abort();
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end(
        code == CLOSED_WITHOUT_A_WORD
            ? new IOException(ENDED_WITHOUT_A_WORD)
            : new SocketClosed(code));
    return null;
  }

  /**
   * The library has an internal error where a line ends without a closing frame behind a text. Its
   * cause means nothing to anybody, and the text is lost.
   */
  @Override
  public void onError(WebSocket from, Throwable error) {
    if (error instanceof ProtocolException) {
      end(new SocketDamaged(reason(error), error));
    } else if (error instanceof InternalError) {
      end(new IOException(ENDED_WITHOUT_A_WORD, error));
    } else {
      end(new IOException(describe(error), error));
    }
  }

  /** The library says what is wrong in the cause of the cause. */
  private static String reason(Throwable error) {
    Throwable deepest = error;
    for (int i = 0; i < 5 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    return describe(deepest);
  }

  private static String describe(Throwable error) {
    return error.getClass().getSimpleName()
        + ", "
        + CleanText.of(String.valueOf(error.getMessage()));
  }

  /** What comes first counts; frames that arrived before stay to be pulled. */
  private void end(IOException why) {
    lock.lock();
    try {
      if (end == null) {
        end = why;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next frame.
   *
   * @param deadline as {@link System#nanoTime} counts
   * @throws TimeoutException when none came before the deadline
   * @throws SocketClosed when the other side has closed and no frame is left
   * @throws SocketDamaged when the other side broke the rules and no frame is left
   * @throws IOException when the line was cut and no frame is left, or this side has closed
   */
  public String take(long deadline) throws IOException, InterruptedException, TimeoutException {
    boolean resume;
    String frame;
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && end == null && !closed) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new TimeoutException();
        }
        // the loop looks at the clock and at what came
        changed.awaitNanos(left);
      }
      if (closed) {
        throw new IOException("closed by this side");
      }
      if (waiting.isEmpty()) {
        throw end;
      }
      frame = waiting.remove();
      waitingCharacters -= frame.length();
      resume = paused && waitingCharacters < READ_AHEAD;
      paused = paused && !resume;
    } finally {
      lock.unlock();
    }
    if (resume) {
      socket.request(1);
    }
    return frame;
  }

  /** Sends after all that was given before; never waits. A failure ends the frames. */
  public void send(String text) {
    lock.lock();
    try {
      sent =
          sent.thenCompose(opened -> opened.sendText(text, true))
              .whenComplete(
                  (done, failed) -> {
                    if (failed != null) {
                      end(new IOException("not sent: " + describe(failed), failed));
                    }
                  });
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks for a sign of life. A line that has ended unnoticed (the library overlooks an end without
   * a closing frame right behind a text) then fails after two or three of these.
   */
  public void probe() {
    WebSocket opened;
    lock.lock();
    try {
      opened = closed ? null : socket;
    } finally {
      lock.unlock();
    }
    if (opened != null) {
      var unused =
          opened
              .sendPing(ByteBuffer.allocate(0))
              .whenComplete(
                  (done, failed) -> {
                    if (failed instanceof IOException) {
                      end(new IOException(ENDED_WITHOUT_A_WORD, failed));
                    }
                  });
    }
  }

  /**
   * Says goodbye, frees the connection, and wakes who waits. From any thread; again for nothing.
   */
  @Override
  public void close() {
    WebSocket opened;
    lock.lock();
    try {
      opened = closed ? null : socket;
      closed = true;
      waiting.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (opened != null) {
      var unused =
          opened
              .sendClose(WebSocket.NORMAL_CLOSURE, "")
              .orTimeout(SECONDS_TO_SAY_GOODBYE, TimeUnit.SECONDS)
              .whenComplete((done, failed) -> opened.abort());
    }
  }
}
