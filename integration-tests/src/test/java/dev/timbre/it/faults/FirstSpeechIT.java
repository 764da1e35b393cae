package dev.timbre.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A clone's deadline, and the first speech that ends it. */
@OnRunningTimbre
class FirstSpeechIT {

  private static final String TEXT = "Guten Abend.";

  private final RunningTimbre timbre;
  private final Company company;

  FirstSpeechIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void racingFirstSpeeches_payOneVoiceFee() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aLiveVoice();
    List<Answer> answers = Together.times(4, i -> voice.speak(client, TEXT));
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(voice.ledger().fees()).isOne();
    assertThat(voice.ledger().speeches()).isEqualTo(4);
    List<JsonNode> rows = client.calls().get("usage").expect(200).items();
    assertThat(rows).filteredOn(row -> row.path("unit").asText().equals("voice")).hasSize(1);
    assertThat(rows).hasSize(5);
    assertThat(Money.spent(client.month())).isEqualByComparingTo(Money.sum(rows));
    assertThat(Money.held(client.month())).isZero();
    assertThat(voice.audit(voice.newestClone().path("id").asText()))
        .filteredOn("clone.permanent done"::equals)
        .hasSize(1);
  }

  @Test
  void unusedClone_lapsesWhenTheProviderSaysSoAndIsReplacedByAnApprover() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aLiveVoice();
    timbre.provider().advance(Duration.ofHours(169));
    Answer failed = voice.speak(client, TEXT).refusedWith(502, "speech-failed");
    assertThat(failed.json().path("provider").path("code").asText()).isEqualTo("2054");
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("lapsed");
    assertThat(Money.held(client.month())).isZero();
    assertThat(voice.ledger().fees()).isZero();
    assertThat(voice.audit(voice.newestClone().path("id").asText()))
        .endsWith("clone.lapse done 2054");
    voice.speak(client, TEXT).refusedWith(409, "clone-gone");

    Timbre approver = company.approver().calls();
    approver.post("voices/" + voice.alias() + "/clones", Map.of()).expect(202);
    JsonNode replacement = voice.awaitClone("provisional");
    voice.speak(client, TEXT).refusedWith(409, "clone-gone");
    voice.decision(approver, "acceptance").expect(200);
    assertThat(voice.speak(client, TEXT).expect(200).header("Timbre-Clone"))
        .isEqualTo(replacement.path("id").asText());
  }

  @Test
  void usedClone_outlivesTheDeadline() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    timbre.provider().advance(Duration.ofHours(169));
    voice.speak(client, TEXT).expect(200);
    assertThat(voice.ledger().fees()).isOne();
  }
}
