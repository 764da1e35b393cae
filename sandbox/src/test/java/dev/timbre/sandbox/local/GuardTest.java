package dev.timbre.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardTest {
  private Process watched;

  @BeforeEach
  void start() throws IOException {
    watched = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void end() {
    watched.destroyForcibly();
  }

  @Test
  void pipeThatEnds_endsTheWatched() throws Exception {
    Guard.listen(pipe(watched.pid() + "\n"));

    assertThat(watched.isAlive()).isFalse();
  }

  @Test
  void dismissedGuard_leavesTheWatchedAlone() throws Exception {
    try (Guard guard = Guard.start()) {
      guard.watch(watched.pid());
    }
    Guard.listen(pipe(watched.pid() + "\ndismissed\n"));

    assertThat(watched.isAlive()).isTrue();
  }

  private static InputStream pipe(String lines) {
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII));
  }
}
