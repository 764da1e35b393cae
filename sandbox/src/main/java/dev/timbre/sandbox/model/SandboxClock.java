package dev.timbre.sandbox.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The provider's own time: the machine's, moved ahead on request. */
public final class SandboxClock implements InstantSource {
  private final InstantSource machine;
  private final Path told;
  private volatile Duration ahead = Duration.ZERO;

  /** Runs ahead of that clock; pass {@link InstantSource#system()} outside of tests. */
  public SandboxClock(InstantSource machine) {
    this(machine, null);
  }

  /**
   * As above.
   *
   * @param told a file that always says how far ahead it runs, as an ISO 8601 duration, so that
   *     other processes can run ahead with it; null for none
   */
  SandboxClock(InstantSource machine, Path told) {
    this.machine = machine;
    this.told = told;
  }

  void runAheadBy(Duration ahead) {
    this.ahead = ahead;
    if (told != null) {
      tell();
    }
  }

  /** Whoever reads meanwhile finds the old text or the new one, and never a part. */
  private void tell() {
    try {
      Path written = Files.writeString(told.resolveSibling(told.getFileName() + ".new"), text());
      Files.move(written, told, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    return ahead + System.lineSeparator();
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }
}
