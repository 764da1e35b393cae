package dev.timbre.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnRunningTimbre
class MainWalkIT {

  private static final String TEXT = "Guten Morgen, willkommen.";

  private final RunningTimbre timbre;
  private final Company company;

  MainWalkIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void upload_isMeasuredAndHeardAgain() {
    Answer recording = company.upload().expect(201);
    JsonNode preflight = recording.json().path("preflight");
    assertThat(preflight.path("container").asText()).isEqualTo("mp3");
    assertThat(preflight.path("duration").asDouble()).isBetween(10.0, 12.0);
    assertThat(preflight.path("measures").isObject()).isTrue();

    Timbre curator = company.curator().calls();
    String path = "recordings/" + recording.id();
    assertThat(curator.get(path + "/audio").expect(200).bytes()).isEqualTo(Company.kerstin());
    assertThat(curator.get(path + "/waveform").expect(200).header("Content-Type"))
        .startsWith("application/json");
  }

  @Test
  void walk_endsWithOneFeeAndEveryStepInTheLog() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice();
    assertThat(voice.state()).isEqualTo("draft");
    voice.speak(client, TEXT).refusedWith(409, "voice-not-live");
    voice.cloned();
    JsonNode made = voice.newestClone();
    assertThat(made.path("state").asText()).isEqualTo("provisional");
    assertThat(made.path("deadline").isTextual()).isTrue();
    assertThat(made.toString()).doesNotContain("http");
    assertThat(voice.ledger().fees()).isZero();
    assertThat(voice.ledger().previews()).isOne();
    Answer preview = company.approver().calls().get("clones/" + id(made) + "/preview").expect(200);
    assertThat(preview.header("Content-Type")).startsWith("audio/mpeg");
    voice.decision(company.approver().calls(), "acceptance").expect(200);

    Answer spoken = voice.speak(client, TEXT).expect(200);
    assertThat(spoken.header("Timbre-Clone")).isEqualTo(id(made));
    assertThat(spoken.bytes().length).isGreaterThan(1000);
    String speech = spoken.header("Timbre-Speech");
    assertThat(client.calls().get("speeches/" + speech + "/audio").expect(200).bytes())
        .isEqualTo(spoken.bytes());

    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");
    assertPaid(client, voice, speech);
    assertLogged(voice, id(made), speech);
  }

  /** Ledger, usage rows and budget tell the same. */
  private void assertPaid(Company.Client client, VoiceCase voice, String speech) {
    Provider.Ledger ledger = voice.ledger();
    assertThat(ledger.fees()).isOne();
    assertThat(ledger.speeches()).isOne();
    List<JsonNode> rows = company.admin().get("usage?voice=" + voice.id()).expect(200).items();
    assertThat(rows)
        .extracting(row -> row.path("unit").asText())
        .containsExactlyInAnyOrder("preview_character", "character", "voice");
    assertThat(Money.sum(rows)).isEqualByComparingTo(ledger.total());
    List<JsonNode> own = client.calls().get("usage").expect(200).items();
    assertThat(own).allMatch(row -> row.path("speech").asText().equals(speech)).hasSize(2);
    JsonNode month = client.month();
    assertThat(Money.spent(month)).isEqualByComparingTo(Money.sum(own));
    assertThat(Money.held(month)).isZero();
    JsonNode told = client.calls().get("speeches/" + speech).expect(200).json();
    assertThat(told.path("state").asText()).isEqualTo("spoken");
    assertThat(Money.amount(told.path("cost"))).isEqualByComparingTo(Money.sum(own));
  }

  private void assertLogged(VoiceCase voice, String clone, String speech) {
    assertThat(voice.audit(company.recording())).containsExactly("recording.upload done");
    assertThat(voice.audit(voice.consent())).containsExactly("consent.create done");
    assertThat(voice.audit(voice.id()))
        .containsExactly(
            "voice.create done", "voice.submit done", "voice.approve done", "voice.accept done");
    assertThat(voice.audit(clone))
        .containsExactly(
            "clone.request done",
            "clone.upload done",
            "clone.send intended",
            "clone.send done",
            "clone.preview done",
            "clone.permanent done");
    assertThat(voice.audit(speech)).containsExactly("speech.speak intended", "speech.speak done");
  }

  @Test
  void refusedSteps_standInTheLogWithTheirReasons() {
    VoiceCase voice = timbre.aDraftVoice().submitted();
    Timbre curator = company.curator().calls();
    Timbre approver = company.approver().calls();
    voice.decision(curator, "submission").expect(409);
    voice.decision(approver, "acceptance").expect(409);
    approver.post("voices/" + voice.alias() + "/suspension", Map.of("reason", "x")).expect(409);
    approver
        .post("voices/" + voice.alias() + "/rejection", Map.of("reason", "Too quiet."))
        .expect(200);
    voice.decision(approver, "approval").expect(409);
    assertThat(voice.audit(voice.id()))
        .containsExactly(
            "voice.create done",
            "voice.submit done",
            "voice.submit refused voice-state-conflict",
            "voice.accept refused no-clone",
            "voice.suspend refused voice-state-conflict",
            "voice.reject done",
            "voice.approve refused voice-state-conflict");
  }

  @Test
  void rejectedVoice_comesBackAsANewRevision() {
    VoiceCase voice = timbre.aDraftVoice().submitted();
    Timbre approver = company.approver().calls();
    Timbre curator = company.curator().calls();
    approver
        .post("voices/" + voice.alias() + "/rejection", Map.of("reason", "Too quiet."))
        .expect(200);
    assertThat(voice.decision(curator, "revision").expect(200).text("state")).isEqualTo("draft");
    voice.live();
    assertThat(curator.get("voices/" + voice.alias() + "/revisions").items()).hasSize(2);
  }

  @Test
  void activation_makesTheCloneAudibleAndPermanentForItsPrice() {
    VoiceCase voice = timbre.aClonedVoice();
    String clone = id(voice.newestClone());
    String path = "clones/" + clone + "/activation";
    company.curator().calls().post(path).refusedWith(403, "role-missing");
    assertThat(voice.ledger().fees()).isZero();
    Answer speech = company.approver().calls().post(path).expect(200);
    assertThat(speech.text("state")).isEqualTo("spoken");
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");
    assertThat(voice.ledger().fees()).isOne();
    assertThat(voice.audit(clone)).endsWith("clone.permanent done");
    company.approver().calls().post(path).refusedWith(409, "clone-not-activatable");
    assertThat(voice.ledger().speeches()).isOne();
  }

  private static String id(JsonNode node) {
    return node.path("id").asText();
  }
}
