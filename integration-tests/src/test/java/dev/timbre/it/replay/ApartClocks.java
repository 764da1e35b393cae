package dev.timbre.it.replay;

import dev.timbre.it.system.RunningTimbre;
import dev.timbre.sandbox.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One node whose clock and the provider's are moved each by itself. */
final class ApartClocks implements AutoCloseable {

  private final Path clock;
  private final Hook hook;
  private final RunningTimbre timbre;
  private Duration ours = Duration.ZERO;
  private Duration theirs = Duration.ZERO;

  ApartClocks(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    clock = directory.resolve("clock-" + UUID.randomUUID()).toAbsolutePath();
    int hookPort = Ports.claim(0, "the receiver of webhooks", "port");
    hook = new Hook(hookPort);
    String origin = "http://127.0.0.1:" + hookPort;
    timbre =
        RunningTimbre.start(
            directory,
            (config, provider) ->
                config
                    .withProperty("timbre.platform.clock.file", clock.toString())
                    .withProperty("timbre.notice.webhook.allowed-origins", origin)
                    .withEnvironment("TIMBRE_NOTICE_WEBHOOK_SECRET_REPLAY", Hook.SECRET));
    timbre
        .admin()
        .post("webhooks", Map.of("url", origin + "/timbre", "secretReference", "replay"))
        .expect(201);
  }

  /** How far our clock is ahead of the provider's; below zero where it is behind. */
  void disagree(Duration ahead) {
    settle();
    Duration missing = ahead.minus(ours.minus(theirs));
    if (missing.isNegative()) {
      moveTheirs(missing.negated());
    } else {
      moveOurs(missing);
    }
  }

  /** Both clocks go on, and stay as far apart as they are. */
  void advance(Duration time) {
    settle();
    moveTheirs(time);
    moveOurs(time);
  }

  /** Both go on, until ours shows so long before an instant; below zero for after it. */
  void advanceTo(Duration before, Instant instant) {
    advance(Duration.between(now(), instant.minus(before)));
  }

  /** Somebody sets our clock; below zero back. */
  void moveOurs(Duration time) {
    try {
      ours = ours.plus(time);
      Files.writeString(clock, ours.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void moveTheirs(Duration time) {
    theirs = theirs.plus(time);
    timbre.provider().advance(time);
  }

  /** On our clock. */
  Instant now() {
    return Instant.now().plus(ours);
  }

  void settle() {
    DurableWork.awaitRest(timbre, this::now, Replay.PATIENCE);
  }

  RunningTimbre timbre() {
    return timbre;
  }

  Hook hook() {
    return hook;
  }

  @Override
  public void close() throws IOException {
    timbre.close();
    hook.close();
  }
}
