package dev.timbre.sandbox.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of this machine's loopback interface. */
public final class Ports {
  private static final int MAX = 65_535;

  /** Below what systems give to outgoing connections, which could take a port before its user. */
  private static final int FIRST_FREE = 20_000;

  private static final int FREE = 10_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(FREE));

  private Ports() {}

  /**
   * The port to use: the wanted one if it is free now, or any free one for 0, which is likely to
   * stay free until it is used and between two uses.
   *
   * @param user who will listen there, as the message calls it
   * @param property what a reader sets to choose another port
   * @throws BindException when the wanted port is taken, saying so in one sentence
   */
  public static int claim(int wanted, String user, String property) throws IOException {
    if (wanted < 0 || wanted > MAX) {
      throw new IllegalArgumentException(property + " must be in [0, 65535], got " + wanted);
    }
    if (wanted == 0) {
      return anyFree();
    }
    try {
      return bound(wanted);
    } catch (BindException e) {
      String message =
          "Port %d is taken, and %s needs it: stop what listens there, or choose another one with"
              + " -D%s=<port>.";
      var taken = new BindException(message.formatted(wanted, user, property));
      taken.initCause(e);
      throw taken;
    }
  }

  /** Each time another one. */
  private static int anyFree() throws IOException {
    for (int i = 0; i < FREE; i++) {
      try {
        return bound(FIRST_FREE + Math.floorMod(NEXT.getAndIncrement(), FREE));
      } catch (BindException e) {
        continue; // somebody has it
      }
    }
    return bound(0);
  }

  private static int bound(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // what a stopped server leaves in TIME_WAIT does not count as taken
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
