package dev.timbre.provider.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A WebSocket server by hand (RFC 6455), so that every byte of a frame can be typed. Each
 * connection plays one script.
 */
final class SocketServer implements AutoCloseable {

  /** What the server does with a connection; a failed assertion in it fails {@link #close}. */
  interface Script {
    void play(Peer peer) throws Exception;
  }

  private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final List<Thread> players = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Script script;

  SocketServer(Script script) throws IOException {
    this.script = script;
    Thread acceptor = new Thread(this::accept, "socket-server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  MiniMaxClient client(Timeouts timeouts) {
    ProviderEndpoint plain = StubProvider.endpoint(uri());
    return MiniMaxClient.connect(
        new ProviderEndpoint(plain.baseUri(), plain.key(), plain.groupId(), timeouts));
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        accepted.add(socket);
        Thread player = new Thread(() -> play(socket), "socket-server-script");
        player.setDaemon(true);
        players.add(player);
        player.start();
      } catch (IOException closed) {
        // the test is over
      }
    }
  }

  private void play(Socket socket) {
    try (socket) {
      script.play(new Peer(socket));
    } catch (IOException gone) {
      // the client went away
    } catch (Exception | AssertionError failed) {
      failures.add(failed);
    }
  }

  int connections() {
    return accepted.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : accepted) {
      socket.close();
    }
    for (Throwable failure : failures) {
      throw new AssertionError("the server's script failed", failure);
    }
  }

  /** One connection, seen from the server. */
  static final class Peer {
    private final Socket socket;
    private final DataInputStream in;
    private String requestLine = "";
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      readHead();
    }

    private void readHead() throws IOException {
      requestLine = line();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.readByte(); next != '\n'; next = in.readByte()) {
        line.write(next);
      }
      return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    String requestLine() {
      return requestLine;
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** Agrees to the WebSocket. */
    void shakeHands() throws IOException {
      raw(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accept(header("Sec-WebSocket-Key"))
              + "\r\n\r\n");
    }

    private static String accept(String key) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-1")
                .digest((key + ACCEPT_SALT).getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(digest);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    void raw(String bytes) throws IOException {
      raw(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    void raw(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Sends one text frame, whole. */
    void text(String text) throws IOException {
      raw(frame(0x81, text.getBytes(StandardCharsets.UTF_8)));
    }

    void close(int code) throws IOException {
      raw(frame(0x88, new byte[] {(byte) (code >> 8), (byte) code}));
    }

    /** A frame as the server sends it: not masked. */
    static byte[] frame(int firstByte, byte[] payload) {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write(firstByte);
      int length = payload.length;
      if (length < 126) {
        frame.write(length);
      } else if (length < 65_536) {
        frame.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
      } else {
        frame.writeBytes(new byte[] {127, 0, 0, 0, 0});
        frame.writeBytes(
            new byte[] {
              (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
            });
      }
      frame.writeBytes(payload);
      return frame.toByteArray();
    }

    /**
     * The next text of the client, put together from its frames.
     *
     * @throws EOFException when the client has said goodbye or gone
     */
    String read() throws IOException {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      while (true) {
        int first = in.readUnsignedByte();
        byte[] payload = payload();
        int opcode = first & 0x0f;
        if (opcode == 8) {
          throw new EOFException("closed with " + ((payload[0] & 0xff) << 8 | payload[1] & 0xff));
        }
        if (opcode <= 1) {
          text.writeBytes(payload);
          if (first >= 0x80) {
            return text.toString(StandardCharsets.UTF_8);
          }
        }
      }
    }

    private byte[] payload() throws IOException {
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      }
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      return payload;
    }

    /** Reads until the client closes or the line ends; returns how. */
    String readToTheEnd() {
      try {
        while (true) {
          read();
        }
      } catch (IOException end) {
        return end.getMessage() == null ? "cut" : end.getMessage();
      }
    }
  }
}
