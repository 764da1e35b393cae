package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A revision has one clone that may speak, whatever people decide at the same moment. */
@OnRunningTimbre
class OneCloneIT {

  private static final String UPLOAD = "/v1/files/upload";
  private static final int APPROVERS = 6;
  private static final int ROUNDS = 3;

  private final RunningTimbre timbre;
  private final Timbre approver;

  OneCloneIT(RunningTimbre timbre) {
    this.timbre = timbre;
    Company company = timbre.company();
    this.approver = company.approver().calls();
  }

  @Test
  void cloneOrderedByManyAtOnce_isMadeOnce() {
    VoiceCase voice = withoutClone();

    List<Answer> answers = Together.times(APPROVERS, number -> order(voice));

    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .allSatisfy(answer -> answer.refusedWith(409, "clone-exists"));
    voice.awaitClone("provisional");
    assertThat(voice.ledger().previews()).isOne();
    assertThat(clones(voice)).hasSize(2);
  }

  @Test
  void deletionAtTheMomentOfAcceptance_neverLeavesALiveVoiceOnADeletedClone() {
    for (int round = 0; round < ROUNDS; round++) {
      VoiceCase voice = timbre.aDraftVoice().cloned();
      String clone = voice.newestClone().path("id").asText();

      List<Answer> answers =
          Together.times(
              2,
              number ->
                  number == 0
                      ? voice.decision(approver, "acceptance")
                      : approver.delete("clones/" + clone));

      List<Integer> statuses = answers.stream().map(Answer::status).toList();
      assertThat(statuses).as("%s", answers).isIn(List.of(200, 409), List.of(409, 202));
      assertThat(voice.state()).isEqualTo(statuses.get(0) == 200 ? "live" : "approved");
    }
  }

  @Test
  void voiceRetiredBeforeAnythingWasSent_isNeverCloned() {
    Misfortune held = timbre.provider().next(UPLOAD, Misfortune.HOLD_BEFORE);
    VoiceCase voice = timbre.aDraftVoice().approved();
    held.awaitHeld();

    voice.decision(approver, "retirement").expect(200);

    held.release();
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("failed");
    assertThat(voice.newestClone().at("/fault/code").asText()).isEqualTo("voice-retired");
    voice.awaitOperation(work -> !work.path("finishedAt").asText().isEmpty());
    assertThat(voice.cloneRequests()).isEmpty();
    assertThat(voice.ledger().previews()).isZero();
  }

  private VoiceCase withoutClone() {
    VoiceCase voice = timbre.aDraftVoice();
    voice.cloned();
    approver.delete("clones/" + voice.newestClone().path("id").asText()).expect(202);
    voice.awaitClone("deleted");
    return voice;
  }

  private Answer order(VoiceCase voice) {
    return approver.post("voices/" + voice.alias() + "/clones", Map.of());
  }

  private List<JsonNode> clones(VoiceCase voice) {
    return approver.get("voices/" + voice.alias() + "/clones").expect(200).items();
  }
}
