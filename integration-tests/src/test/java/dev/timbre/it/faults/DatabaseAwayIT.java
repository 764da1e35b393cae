package dev.timbre.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@OnRunningTimbre
class DatabaseAwayIT {

  private static final Duration AWAY = Duration.ofSeconds(10);

  private final RunningTimbre timbre;
  private final Company company;

  DatabaseAwayIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void databaseGoneForTenSeconds_losesNothing() throws Exception {
    Company.Client client = company.client("100");
    VoiceCase speaking = timbre.aLiveVoice();
    Provider provider = timbre.provider();
    Misfortune heldSpeech = provider.next(Provider.SPEAK, Misfortune.HOLD_AFTER);
    Misfortune heldClone = provider.next(Provider.CLONE, Misfortune.HOLD_AFTER);
    // the worker comes for the clone when it likes, and the provider is not waited for long
    VoiceCase cloning = timbre.aDraftVoice().approved();
    heldClone.awaitHeld();
    CompletableFuture<Answer> speech =
        CompletableFuture.supplyAsync(() -> speaking.speak(client, "Guten Abend."));
    heldSpeech.awaitHeld();

    timbre.database().stop();
    List<Answer> meanwhile;
    try {
      heldSpeech.release();
      heldClone.release();
      meanwhile = askForAWhile();
    } finally {
      timbre.database().start();
    }

    assertThat(meanwhile).isNotEmpty();
    assertThat(meanwhile).allSatisfy(answer -> answer.refusedWith(503, "database-unavailable"));
    speech.join().expect(200);
    assertThat(speaking.ledger().speeches()).isOne();
    assertThat(Money.held(client.month())).isZero();
    assertThat(speaking.newestClone().path("state").asText()).isEqualTo("permanent");
    assertThat(cloning.awaitClone("provisional").path("preview").asText()).isEqualTo("stored");
    cloning.assertClonedExactlyOnce();
    assertThat(cloning.cloneRequests()).hasSize(1);
  }

  /** One request after the other for as long as the database is away. */
  private List<Answer> askForAWhile() {
    List<Answer> answers = new ArrayList<>();
    Instant end = Instant.now().plus(AWAY);
    Timbre curator = company.curator().calls();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              answers.add(curator.get("voices"));
              answers.add(curator.post("talents", Map.of("name", "Nobody")));
              return Instant.now().isAfter(end);
            });
    return answers;
  }
}
