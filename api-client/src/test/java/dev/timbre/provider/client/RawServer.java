package dev.timbre.provider.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A server below HTTP: reads a whole request, writes given bytes and cuts the line, or is silent.
 */
final class RawServer implements AutoCloseable {

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final String answer;

  private final boolean cut;
  private final byte[] repeated;
  private final Duration pause;
  private final AtomicLong written = new AtomicLong();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch clientGone = new CountDownLatch(1);

  private RawServer(String answer, boolean cut) throws IOException {
    this(answer, cut, "", Duration.ZERO);
  }

  private RawServer(String answer, boolean cut, String repeated, Duration pause)
      throws IOException {
    this.answer = answer;
    this.cut = cut;
    this.repeated = repeated.getBytes(StandardCharsets.ISO_8859_1);
    this.pause = pause;
    Thread acceptor = new Thread(this::accept, "raw-server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  static RawServer answering(String answer) throws IOException {
    return new RawServer(answer, true);
  }

  static RawServer silent() throws IOException {
    return new RawServer(null, false);
  }

  static RawServer stallingAfter(String answer) throws IOException {
    return new RawServer(answer, false);
  }

  /** Writes {@code repeated} after the answer until the client is gone. */
  static RawServer repeating(String answer, String repeated, Duration pause) throws IOException {
    return new RawServer(answer, false, repeated, pause);
  }

  int port() {
    return listener.getLocalPort();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  int connections() {
    return accepted.size();
  }

  /** Waits until a whole request has come. */
  void awaitRequest() {
    await(asked, "no request came");
  }

  /** Waits until a client has closed its end of a connection that was answered and not cut. */
  void awaitClientGone() {
    await(clientGone, "the client holds its connection");
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError(otherwise);
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Waits until the client takes no more; yields how much it took. */
  long awaitBlockedWriter() {
    AtomicLong before = new AtomicLong(-1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> before.getAndSet(written.get()) == written.get());
    return written.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        accepted.add(socket);
        if (answer != null) {
          answer(socket);
        }
      } catch (IOException closed) {
        // the client went away, or the test is over
        clientGone.countDown();
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    readRequest(socket.getInputStream());
    asked.countDown();
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    if (cut) {
      socket.close();
    } else if (repeated.length > 0) {
      repeat(socket.getOutputStream());
    } else {
      Thread watcher = new Thread(() -> watch(socket), "raw-server-watcher");
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  private void repeat(OutputStream out) throws IOException {
    while (true) {
      out.write(repeated);
      written.addAndGet(repeated.length);
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private void watch(Socket socket) {
    try {
      while (socket.getInputStream().read() >= 0) {
        // nothing more is expected
      }
    } catch (IOException reset) {
      // gone as well
    }
    clientGone.countDown();
  }

  /** Reads all, since closing a socket with unread bytes would reset the line. */
  private static void readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || next > 127) {
        return;
      }
      head.append((char) next);
    }
    Matcher length = CONTENT_LENGTH.matcher(head);
    if (length.find()) {
      in.readNBytes(Integer.parseInt(length.group(1)));
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }
}
