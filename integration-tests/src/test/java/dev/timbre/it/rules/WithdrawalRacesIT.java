package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A withdrawal is never given up, whatever else is decided at that moment. */
@OnRunningTimbre
class WithdrawalRacesIT {

  private static final int ROUNDS = 4;

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre curator;
  private final Timbre approver;

  WithdrawalRacesIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.curator = company.curator().calls();
    this.approver = company.approver().calls();
  }

  @Test
  void activationAtThatMoment_waitsOrIsWaitedFor() {
    for (int round = 0; round < ROUNDS; round++) {
      VoiceCase voice = timbre.aLiveVoice();
      String clone = voice.newestClone().path("id").asText();
      race(voice, () -> approver.post("clones/" + clone + "/activation"), List.of(200, 403, 409));
      voice.awaitClone(gone -> gone.path("state").asText().equals("deleted"));
    }
  }

  @Test
  void resumptionAtThatMoment_waitsOrIsWaitedFor() {
    for (int round = 0; round < ROUNDS; round++) {
      VoiceCase voice = timbre.aLiveVoice();
      approver
          .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "A pause."))
          .expect(200);
      race(voice, () -> voice.decision(approver, "resumption"), List.of(200, 403));
      assertThat(voice.state()).isEqualTo("suspended");
    }
  }

  @Test
  void submissionAtThatMoment_waitsOrIsWaitedFor() {
    for (int round = 0; round < ROUNDS; round++) {
      VoiceCase voice = timbre.aDraftVoice();
      race(voice, () -> voice.decision(curator, "submission"), List.of(200, 403));
    }
  }

  private void race(VoiceCase voice, Supplier<Answer> other, List<Integer> fine) {
    String path = "consents/" + voice.consent() + "/withdrawal";
    List<Answer> answers =
        Together.times(2, number -> number == 0 ? curator.post(path, Map.of()) : other.get());
    assertThat(answers.get(0).status()).as("%s", answers).isEqualTo(200);
    assertThat(answers.get(1).status()).as("%s", answers).isIn(fine);
  }
}
