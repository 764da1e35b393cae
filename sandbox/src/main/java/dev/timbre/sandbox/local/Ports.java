package dev.timbre.sandbox.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback interface. */
public final class Ports {
  private static final int MAX = 65_535;

  private Ports() {}

  /**
   * The port to use: the wanted one if it is free now, or any free one for 0.
   *
   * @param user who will listen there, as the message calls it
   * @param property what a reader sets to choose another port
   * @throws BindException when the wanted port is taken, saying so in one sentence
   */
  public static int claim(int wanted, String user, String property) throws IOException {
    if (wanted < 0 || wanted > MAX) {
      throw new IllegalArgumentException(property + " must be in [0, 65535], got " + wanted);
    }
    try (ServerSocket socket = new ServerSocket()) {
      // what a stopped server leaves in TIME_WAIT does not count as taken
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    } catch (BindException e) {
      String message =
          "Port %d is taken, and %s needs it: stop what listens there, or choose another one with"
              + " -D%s=<port>.";
      var taken = new BindException(message.formatted(wanted, user, property));
      taken.initCause(e);
      throw taken;
    }
  }
}
