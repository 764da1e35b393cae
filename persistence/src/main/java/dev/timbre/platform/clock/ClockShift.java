package dev.timbre.platform.clock;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How far the clock is moved: an ISO 8601 duration such as {@code PT49H} in a file, so that one
 * command can move the clocks of several processes together. Without the setting, which production
 * never has, there is no file and no shift.
 */
public final class ClockShift implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Names the file; for the demo and for tests only. */
  public static final String SETTING = "timbre.platform.clock.file";

  private static final System.Logger LOG = System.getLogger(ClockShift.class.getName());

  /** A file is looked at so seldom, however often the time is asked for. */
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** More is surely a mistake, and some calendars end. */
  private static final Duration MOST = Duration.ofDays(3660);

  private final transient Path file;

  /** Replaced as a whole: two threads that look at once find the same. */
  private transient volatile Look last =
      new Look(System.nanoTime() - LOOK_AGAIN_NANOS, Duration.ZERO);

  private record Look(long at, Duration shift) {}

  /** What travels instead: the name, from which another process makes its own. */
  private record Named(String file) implements Serializable {

    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return of(Optional.ofNullable(file));
    }
  }

  private Object writeReplace() {
    return new Named(file == null ? null : file.toString());
  }

  /**
   * @param file need not exist yet; null for no shift ever
   */
  public ClockShift(Path file) {
    this.file = file;
  }

  /** As a setting names it. */
  public static ClockShift of(Optional<String> file) {
    return new ClockShift(file.filter(name -> !name.isBlank()).map(Path::of).orElse(null));
  }

  /** Whether somebody could move the clock at all. */
  public boolean isPossible() {
    return file != null;
  }

  /** What is added to the machine's time; zero where nobody moved it. */
  public Duration get() {
    if (file == null) {
      return Duration.ZERO;
    }
    Look known = last;
    long now = System.nanoTime();
    if (now - known.at() < LOOK_AGAIN_NANOS) {
      return known.shift();
    }
    Duration shift = read(known.shift());
    if (!shift.equals(known.shift())) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The clock is moved by {0}; this is for demonstrations and tests only.",
          shift);
    }
    last = new Look(now, shift);
    return shift;
  }

  /** What the file says; what it said before while it says nothing that can be read. */
  private Duration read(Duration before) {
    try {
      if (Files.notExists(file)) {
        return Duration.ZERO;
      }
      Duration shift = Duration.parse(Files.readString(file).strip());
      return shift.abs().compareTo(MOST) > 0 ? before : shift;
    } catch (IOException | DateTimeException e) {
      return before; // somebody is just writing it
    }
  }
}
