package dev.timbre.it.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.it.system.SecondNode;
import dev.timbre.sandbox.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two nodes on one database whose clock, together with the provider's, can be moved. */
final class Replay implements AutoCloseable {

  /** Longer than two rounds of any guard. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Mailbox mailbox;
  private final Hook hook;
  private final RunningTimbre timbre;
  private final SecondNode second;

  Replay(Path directory) throws IOException, InterruptedException {
    mailbox = new Mailbox(Ports.claim(0, "the mail server", "port"));
    int hookPort = Ports.claim(0, "the receiver of webhooks", "port");
    hook = new Hook(hookPort);
    String origin = "http://127.0.0.1:" + hookPort;
    timbre =
        RunningTimbre.start(
            directory,
            (config, provider) ->
                config
                    .withProperty("timbre.platform.clock.file", provider.clockFile().toString())
                    .withProperty("timbre.voice.reconciliation.at", "03:00")
                    .withProperty("timbre.storage.directory", directory.resolve("store").toString())
                    .withProperty("timbre.mail.host", "127.0.0.1")
                    .withProperty("timbre.mail.port", Integer.toString(mailbox.port()))
                    .withProperty("timbre.notice.mail.from", "timbre@example.org")
                    .withProperty("timbre.platform.public-url", "https://timbre.example.org")
                    .withProperty("timbre.notice.webhook.allowed-origins", origin)
                    .withEnvironment("TIMBRE_NOTICE_WEBHOOK_SECRET_REPLAY", Hook.SECRET));
    timbre
        .admin()
        .post("webhooks", Map.of("url", origin + "/timbre", "secretReference", "replay"))
        .expect(201);
    second = SecondNode.at(directory.resolve("second-" + UUID.randomUUID()), timbre);
  }

  /** Both nodes end as in a power cut. */
  void kill() throws InterruptedException {
    timbre.kill();
    second.kill();
  }

  void startAgain() throws IOException, InterruptedException {
    timbre.startAgain();
    second.startAgain();
  }

  /** Moves every clock, once nothing is under way that would be cut in two by it. */
  void advance(Duration time) {
    settle();
    timbre.provider().advance(time);
  }

  /** To so long before an instant. */
  void advanceTo(Duration before, Instant instant) {
    advance(Duration.between(now(), instant.minus(before)));
  }

  /** On the clock that Timbre and the provider share. */
  Instant now() {
    try {
      String shift = Files.readString(timbre.provider().clockFile()).strip();
      return Instant.now().plus(Duration.parse(shift));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until no work is under way or about to be. */
  void settle() {
    DurableWork.awaitRest(timbre, this::now, PATIENCE);
  }

  long count(String query) {
    return DurableWork.count(timbre, query);
  }

  /** Gives somebody an address, and answers it. */
  String mailboxOf(String personId) {
    Timbre admin = timbre.admin();
    String address = "p" + personId.substring(24) + "@example.org";
    String tag = admin.get("people/" + personId).expect(200).tag();
    admin.ifMatch(tag).patch("people/" + personId, Map.of("email", address)).expect(200);
    return address;
  }

  /** The deadline of the voice's newest clone. */
  static Instant deadline(JsonNode clone) {
    return Instant.parse(clone.path("deadline").asText());
  }

  /** That both nodes serve, and say that the clock is moved. */
  void assertBothWarn() {
    for (Timbre node : List.of(timbre.anybody(), second.anybody())) {
      assertThat(node.get("/sign-in.xhtml").expect(200).body()).contains("The clock is moved");
    }
  }

  RunningTimbre timbre() {
    return timbre;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  Hook hook() {
    return hook;
  }

  @Override
  public void close() throws IOException {
    second.close();
    timbre.close();
    hook.close();
    mailbox.close();
  }
}
