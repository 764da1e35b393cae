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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody changes what they have not seen. */
@OnRunningTimbre
class VersionsIT {

  private final RunningTimbre timbre;
  private final Company company;

  VersionsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  private void assertGuarded(Timbre caller, String path, Map<String, Object> change) {
    caller.patch(path, change).refusedWith(428, "if-match-required");
    String seen = caller.get(path).expect(200).tag();
    String now = caller.ifMatch(seen).patch(path, change).expect(200).tag();
    assertThat(now).isNotEqualTo(seen);
    caller.ifMatch(seen).patch(path, change).refusedWith(412, "version-conflict");
    caller.ifMatch("nonsense").patch(path, change).refusedWith(422, "if-match-malformed");
    caller.ifMatch("*").patch(path, change).expect(200);
  }

  @Test
  void updates_needTheVersionThatWasSeen() {
    Timbre admin = company.admin();
    Company.Client client = company.client("1");
    Company.Person person = company.person("curator");
    String slug = "v" + UUID.randomUUID().toString().substring(0, 8);
    String brand = admin.post("brands", Map.of("slug", slug, "name", slug)).expect(201).id();
    assertGuarded(admin, "brands/" + brand, Map.of("name", "New " + slug));
    assertGuarded(admin, "people/" + person.id(), Map.of("displayName", "New name"));
    assertGuarded(admin, "clients/" + client.id(), Map.of("name", "New " + client.id()));
  }

  @Test
  void voice_isChangedByWhoeverSawItLast() {
    VoiceCase voice = timbre.aDraftVoice();
    assertGuarded(
        company.curator().calls(), "voices/" + voice.id(), Map.of("name", "Another name"));
  }

  @Test
  void newOptionsOfADraft_areAChangeToo() {
    VoiceCase voice = timbre.aDraftVoice();
    Timbre curator = company.curator().calls();
    String path = "voices/" + voice.id();
    String seen = curator.get(path).tag();
    Map<String, Object> options = Map.of("options", Map.of("previewText", "Etwas Neues."));
    curator.ifMatch(seen).patch(path, options).expect(200);
    curator.ifMatch(seen).patch(path, options).refusedWith(412, "version-conflict");
    curator.ifMatch(seen).post(path + "/submission").refusedWith(412, "version-conflict");
  }

  @Test
  void decision_canRestOnTheVersionThatWasSeen() {
    VoiceCase voice = timbre.aDraftVoice();
    Timbre approver = company.approver().calls();
    String path = "voices/" + voice.id();
    String draft = approver.get(path).tag();
    voice.submitted();
    approver.ifMatch(draft).post(path + "/approval", Map.of()).refusedWith(412, "version-conflict");
    approver.ifMatch(approver.get(path).tag()).post(path + "/approval", Map.of()).expect(200);
  }

  @Test
  void twoAtTheSameMoment_oneWins() {
    VoiceCase voice = timbre.aDraftVoice();
    Timbre curator = company.curator().calls();
    String path = "voices/" + voice.id();
    String seen = curator.get(path).tag();
    List<Answer> answers =
        Together.times(4, i -> curator.ifMatch(seen).patch(path, Map.of("name", "Name " + i)));
    assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
  }

  @Test
  void twoApprovalsAtTheSameMoment_orderOneClone() {
    VoiceCase voice = timbre.aDraftVoice().submitted();
    Timbre approver = company.approver().calls();
    List<Answer> answers = Together.times(4, i -> voice.decision(approver, "approval"));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 412);
    voice.awaitClone("provisional");
    voice.assertClonedExactlyOnce();
  }
}
