package dev.timbre.provider.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server below HTTP: reads a whole request, writes given bytes and cuts the line, or is silent.
 */
final class RawServer implements AutoCloseable {

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final String answer;

  private final boolean cut;

  private RawServer(String answer, boolean cut) throws IOException {
    this.answer = answer;
    this.cut = cut;
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

  int port() {
    return listener.getLocalPort();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  int connections() {
    return accepted.size();
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
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    readRequest(socket.getInputStream());
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    if (cut) {
      socket.close();
    }
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
