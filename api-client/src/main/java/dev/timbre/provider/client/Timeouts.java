package dev.timbre.provider.client;

import java.time.Duration;

/**
 * How long to wait. A wait that ends after the request was sent leaves the outcome unknown, so
 * these are generous.
 *
 * @param connect until the connection stands, and for a free connection of our own
 * @param read until an answer begins, where nothing else is said, and then until it ends
 * @param speaking like {@code read}, for a synthesis: the provider answers when all is spoken, or
 *     all images are drawn
 * @param cloning like {@code read}, for what takes minutes: the provider answers when the voice is
 *     cloned or designed, or the music made
 * @param transfer for a whole upload or download, and until an answer that carries sound or
 *     pictures and has begun in time ends
 */
public record Timeouts(
    Duration connect, Duration read, Duration speaking, Duration cloning, Duration transfer) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * @throws IllegalArgumentException for a wait shorter than 1 ms or longer than 1 h
   */
  public Timeouts {
    require("connect", connect);
    require("read", read);
    require("speaking", speaking);
    require("cloning", cloning);
    require("transfer", transfer);
  }

  private static void require(String name, Duration value) {
    if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Time-out " + name + " is " + value + "; allowed: 1 ms to 1 h");
    }
  }

  /** Connect 5 s, read 30 s, speaking 120 s, cloning 180 s, transfer 300 s. */
  public static Timeouts defaults() {
    return new Timeouts(
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(120),
        Duration.ofSeconds(180),
        Duration.ofSeconds(300));
  }
}
