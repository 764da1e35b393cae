package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A brand that asks for two approvers gets two different ones, and neither is the submitter. */
@OnRunningTimbre
class SecondApproverIT {

  private final RunningTimbre timbre;
  private final Company company;

  SecondApproverIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = Company.founded(timbre.admin());
    askFor(2);
  }

  private void askFor(int approvers) {
    String path = "brands/" + company.brand();
    String tag = company.admin().get(path).expect(200).tag();
    company.admin().ifMatch(tag).patch(path, Map.of("approvalsRequired", approvers)).expect(200);
  }

  private VoiceCase submitted() {
    return company.aDraftVoice(timbre.provider()).submitted();
  }

  private Timbre first() {
    return company.approver().calls();
  }

  private JsonNode revision(VoiceCase voice) {
    return first().get("voices/" + voice.id()).expect(200).json().path("revision");
  }

  private List<JsonNode> clones(VoiceCase voice) {
    return first().get("voices/" + voice.id() + "/clones").expect(200).items();
  }

  @Test
  void firstApproval_showsAndOrdersNothing_secondOrdersTheClone() {
    VoiceCase voice = submitted();
    voice.decision(first(), "approval").expect(200);
    assertThat(voice.state()).isEqualTo("submitted");
    assertThat(revision(voice).path("firstApprovedBy").asText())
        .isEqualTo("person:" + company.approver().id());
    assertThat(clones(voice)).isEmpty();
    voice.decision(first(), "approval").refusedWith(409, "approved-already");
    voice.decision(company.person("approver").calls(), "approval").expect(200);
    assertThat(voice.state()).isEqualTo("approved");
    voice.awaitClone("provisional");
    voice.assertClonedExactlyOnce();
    assertThat(voice.audit(voice.id())).contains("voice.approve refused approved-already");
  }

  @Test
  void submitter_isNeitherOfTheTwo() {
    Company.Person both = company.person("curator");
    company.admin().post("grants", Map.of("person", both.id(), "role", "approver")).expect(201);
    VoiceCase voice = company.aDraftVoice(timbre.provider());
    voice.decision(both.calls(), "submission").expect(200);
    voice.decision(both.calls(), "approval").refusedWith(403, "two-people-needed");
    voice.decision(first(), "approval").expect(200);
    voice.decision(both.calls(), "approval").refusedWith(403, "two-people-needed");
    assertThat(voice.state()).isEqualTo("submitted");
  }

  @Test
  void rejectionByEither_endsIt() {
    VoiceCase voice = submitted();
    voice.decision(first(), "approval").expect(200);
    Timbre second = company.person("approver").calls();
    second.post("voices/" + voice.alias() + "/rejection", Map.of("reason", "Noisy.")).expect(200);
    assertThat(voice.state()).isEqualTo("rejected");
    voice.decision(company.curator().calls(), "revision").expect(200);
    voice.submitted();
    assertThat(revision(voice).has("firstApprovedBy")).isFalse();
    first()
        .post("voices/" + voice.alias() + "/rejection", Map.of("reason", "Still noisy."))
        .expect(200);
    assertThat(voice.state()).isEqualTo("rejected");
  }

  @Test
  void fiftyApprovalsAtOnce_countTwiceAndOrderOneClone() {
    VoiceCase voice = submitted();
    List<Timbre> approvers =
        Stream.generate(() -> company.person("approver").calls()).limit(5).toList();
    List<Answer> answers =
        Together.times(50, i -> voice.decision(approvers.get(i % 5), "approval"));
    assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
    JsonNode decided = revision(voice);
    assertThat(decided.path("state").asText()).isEqualTo("approved");
    assertThat(decided.path("firstApprovedBy").asText())
        .isNotEqualTo(decided.path("decidedBy").asText());
    voice.awaitClone("provisional");
    voice.assertClonedExactlyOnce();
  }

  @Test
  void policyChangedWhileOneIsPending_countsWhenItIsDecided() {
    askFor(1);
    VoiceCase raised = submitted();
    VoiceCase lowered = submitted();
    askFor(2);
    raised.decision(first(), "approval").expect(200);
    lowered.decision(first(), "approval").expect(200);
    assertThat(raised.state()).isEqualTo("submitted");
    askFor(1);
    // what was given under the stricter rule waits for a second person all the same
    lowered.decision(first(), "approval").refusedWith(409, "approved-already");
    lowered.decision(company.person("approver").calls(), "approval").expect(200);
    assertThat(lowered.state()).isEqualTo("approved");
    VoiceCase later = submitted();
    later.decision(first(), "approval").expect(200);
    assertThat(later.state()).isEqualTo("approved");
  }

  @Test
  void proposalOfALiveVoice_needsTwoAsWell() {
    askFor(1);
    VoiceCase voice = company.aDraftVoice(timbre.provider()).live();
    askFor(2);
    company
        .curator()
        .calls()
        .post(
            "voices/" + voice.alias() + "/revisions",
            Map.of("options", Map.of("previewText", "Guten Abend.")))
        .expect(201);
    voice.submitted();
    voice.decision(first(), "approval").expect(200);
    assertThat(clones(voice)).hasSize(1);
    voice.decision(company.person("approver").calls(), "approval").expect(200);
    assertThat(clones(voice)).hasSize(2);
    assertThat(voice.state()).isEqualTo("live");
  }

  @Test
  void policy_isTheAdministratorsAndOneOrTwo() {
    String path = "brands/" + company.brand();
    String tag = company.admin().get(path).tag();
    for (int wrong : new int[] {0, 3, -1}) {
      company
          .admin()
          .ifMatch(tag)
          .patch(path, Map.of("approvalsRequired", wrong))
          .refusedWith(422, "approvals-out-of-range");
    }
    first().ifMatch(tag).patch(path, Map.of("approvalsRequired", 1)).expect(403);
    assertThat(company.admin().get(path).json().path("approvalsRequired").asInt()).isEqualTo(2);
  }
}
