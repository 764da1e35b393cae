package dev.timbre.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One request as it goes over the line, from a network address that the test chooses. */
public final class RawCall {

  private static final int PATIENCE = 60_000;

  private final String answer;

  private RawCall(String answer) {
    this.answer = answer;
  }

  /**
   * @param from an address of this machine, for example 127.0.0.3
   * @param head first line and headers, without the empty line; Connection is added
   */
  public static RawCall send(URI server, String from, List<String> head, String body) {
    try (Socket socket =
        new Socket(server.getHost(), server.getPort(), InetAddress.getByName(from), 0)) {
      socket.setSoTimeout(PATIENCE);
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      String lines =
          String.join("\r\n", head)
              + "\r\nContent-Length: "
              + content.length
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(content);
      byte[] all = socket.getInputStream().readAllBytes();
      return new RawCall(new String(all, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int status() {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  /** Null when there is none. */
  public String header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return Arrays.stream(answer.split("\r\n\r\n", 2)[0].split("\r\n"))
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst()
        .orElse(null);
  }

  @Override
  public String toString() {
    return answer;
  }
}
