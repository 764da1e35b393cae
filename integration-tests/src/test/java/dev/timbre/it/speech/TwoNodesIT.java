package dev.timbre.it.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.EventReader;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.it.system.SecondNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node is told, the other one does from its next step on. */
@OnRunningTimbre
class TwoNodesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String TEXT =
      "Guten Abend und willkommen. Hier spricht Kerstin. Wir öffnen um neun Uhr."
          + " Bis dahin alles Gute.";

  private static SecondNode second;

  private final RunningTimbre timbre;
  private final Company company;
  private Company.Client client;
  private VoiceCase voice;

  TwoNodesIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @BeforeAll
  static void startSecond(RunningTimbre timbre) throws IOException, InterruptedException {
    second = SecondNode.beside(timbre);
  }

  @AfterAll
  static void stopSecond() {
    second.close();
  }

  @BeforeEach
  void aVoiceAndAClient() {
    client = company.client("100");
    voice = timbre.aLiveVoice();
  }

  private Timbre onFirst(Timbre caller) {
    return caller.on(timbre::uri);
  }

  private Timbre onSecond(Timbre caller) {
    return caller.on(second::uri);
  }

  private EventReader stream(Timbre caller) {
    return caller.events("voices/" + voice.alias() + "/speech", Map.of("text", TEXT));
  }

  private JsonNode onlySpeech() {
    return client.calls().get("speeches").expect(200).items().get(0);
  }

  @Test
  void withdrawalThroughTheFirst_endsTheStreamOfTheSecond() {
    withdrawnWhileItStreams(onSecond(client.calls()), onFirst(company.curator().calls()));
  }

  @Test
  void withdrawalThroughTheSecond_endsTheStreamOfTheFirst() {
    withdrawnWhileItStreams(onFirst(client.calls()), onSecond(company.curator().calls()));
  }

  private void withdrawnWhileItStreams(Timbre listener, Timbre keeper) {
    String clone = voice.newestClone().path("id").asText();
    warmUp();
    Misfortune stall =
        timbre.provider().next(Provider.SPEAK, Map.of("type", "streamStall", "frames", 1));
    EventReader events = stream(listener);
    assertThat(events.next().name()).isEqualTo("started");
    assertThat(events.next().name()).isEqualTo("audio");
    int heard = events.audio().length;

    keeper.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    assertNobodySpeaks();
    stall.release();

    EventReader.Event failed = events.next();
    assertThat(failed.name()).isEqualTo("failed");
    assertThat(failed.data().path("code").asText()).isEqualTo("consent-withdrawn");
    assertThat(events.next()).isNull();
    assertThat(events.audio()).hasSize(heard);
    assertBookedAndWithheld();
    assertNobodySpeaks();
    assertDeleted(clone);
  }

  /** What a node does for the first time takes long, and the stalled provider is waited for 4 s. */
  private void warmUp() {
    for (Timbre caller : List.of(onFirst(client.calls()), onSecond(client.calls()))) {
      voice.speak(caller, "").refusedWith(422, "text-missing");
      caller
          .with("Accept", "text/event-stream")
          .post("voices/" + voice.alias() + "/speech", Map.of("text", ""))
          .refusedWith(422, "text-missing");
    }
  }

  private void assertNobodySpeaks() {
    for (Timbre caller : List.of(onFirst(client.calls()), onSecond(client.calls()))) {
      voice.speak(caller, TEXT).refusedWith(409, "voice-not-live");
      caller
          .with("Accept", "text/event-stream")
          .post("voices/" + voice.alias() + "/speech", Map.of("text", TEXT))
          .refusedWith(409, "voice-not-live");
    }
  }

  /** What the provider made is charged, and handed out by neither node. */
  private void assertBookedAndWithheld() {
    await().atMost(PATIENCE).until(() -> onlySpeech().path("state").asText().equals("spoken"));
    assertThat(onlySpeech().path("withheld").asText()).isEqualTo("consent-withdrawn");
    assertThat(Money.held(client.month())).isZero();
    assertThat(Money.spent(client.month())).isPositive();
    assertThat(voice.ledger().speeches()).isOne();
    String audio = "speeches/" + onlySpeech().path("id").asText() + "/audio";
    onFirst(client.calls()).get(audio).refusedWith(403, "consent-withdrawn");
    onSecond(client.calls()).get(audio).refusedWith(403, "consent-withdrawn");
  }

  private void assertDeleted(String clone) {
    voice.awaitClone("deleted");
    assertThat(voice.audit(clone)).containsOnlyOnce("clone.delete intended", "clone.delete done");
    assertThat(timbre.provider().voices(voice.providerVoiceId()))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
  }
}
