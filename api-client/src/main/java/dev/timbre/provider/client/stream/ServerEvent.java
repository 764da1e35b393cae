package dev.timbre.provider.client.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One event of an event stream: its data, never empty, and its name if it had one. Immutable. */
public final class ServerEvent {

  private final Optional<String> name;
  private final byte[] data;
  private final int length;
  private final boolean whole;

  /**
   * @param data taken over, not copied; only the first {@code length} bytes count
   * @param whole whether the blank line that ends an event was seen
   */
  ServerEvent(Optional<String> name, byte[] data, int length, boolean whole) {
    this.name = name;
    this.data = data;
    this.length = length;
    this.whole = whole;
  }

  /** The {@code event} field; most providers leave it out. */
  public Optional<String> name() {
    return name;
  }

  /** The data as text; bytes that are no UTF-8 become replacement characters. */
  public String text() {
    return new String(data, 0, length, StandardCharsets.UTF_8);
  }

  /** A copy of the data. */
  public byte[] bytes() {
    return Arrays.copyOf(data, length);
  }

  /** Size of the data in bytes. */
  public int length() {
    return length;
  }

  /**
   * Whether the event had its end. One without it stood at the end of a stream, and may have lost a
   * part.
   */
  public boolean isWhole() {
    return whole;
  }

  /** The data with bytes of no meaning behind them; must not be changed. */
  byte[] array() {
    return data;
  }

  @Override
  public String toString() {
    return "ServerEvent[" + name.orElse("unnamed") + ", " + length + " bytes]";
  }
}
