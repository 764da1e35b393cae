package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.ComparedAccount;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A voice that begins to sound otherwise is noticed. */
@OnRunningTimbre
class DriftIT {

  private static final Map<String, Object> PLAN =
      Map.of("phrase", "Guten Tag, hier spricht Kerstin.", "everyDays", 7, "active", false);

  private final RunningTimbre timbre;
  private final Company company;
  private final ComparedAccount account;
  private final Timbre approver;

  DriftIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.account = ComparedAccount.opened(timbre);
    this.approver = company.approver().calls();
  }

  private VoiceCase aWatchedVoice() {
    VoiceCase voice = account.aSpokenVoice();
    watch(approver, voice).expect(200);
    return voice;
  }

  private static Answer watch(Timbre caller, VoiceCase voice) {
    return caller.ifMatch("*").put("voices/" + voice.alias() + "/drift-watch", PLAN);
  }

  private JsonNode check(VoiceCase voice) {
    String operation = approver.post("voices/" + voice.alias() + "/drift-checks").expect(202).id();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> approver.get("operations/" + operation).json().path("finishedAt").asText(),
            finished -> !finished.isEmpty());
    return approver.get("voices/" + voice.alias() + "/drift-checks").expect(200).items().get(0);
  }

  @Test
  void voiceThatStaysTheSame_isSteadyAndEachCheckIsAGovernedSpeech() {
    VoiceCase voice = aWatchedVoice();

    JsonNode first = check(voice);
    JsonNode second = check(voice);

    assertThat(first.path("state").asText()).isEqualTo("baseline");
    assertThat(first.path("pitchHz").asDouble()).isBetween(75.0, 320.0);
    assertThat(second.path("state").asText()).isEqualTo("steady");
    assertThat(second.path("baseline")).isEqualTo(first.path("id"));
    JsonNode speech = approver.get("speeches/" + second.path("speech").asText()).expect(200).json();
    assertThat(speech.path("state").asText()).isEqualTo("spoken");
    assertThat(speech.path("cost").isMissingNode()).isFalse();
    assertThat(approver.get("speeches/" + speech.path("id").asText() + "/audio").bytes())
        .isNotEmpty();
    assertThat(account.finding("voice_drift", voice.id())).isEmpty();
    assertThat(voice.ledger().speeches()).isEqualTo(3);
  }

  @Test
  void voiceThatChangesItsPitch_isAFindingThatAnApproverSettlesByANewBaseline() {
    VoiceCase voice = aWatchedVoice();
    check(voice);
    account.pitch(voice.providerVoiceId(), 290);

    JsonNode drifted = check(voice);

    assertThat(drifted.path("state").asText()).isEqualTo("drifted");
    JsonNode finding = account.finding("voice_drift", voice.id()).orElseThrow();
    assertThat(Math.abs(finding.path("facts").path("higherSemitones").asDouble())).isGreaterThan(2);
    assertThat(finding.path("remedies").toString()).contains("accept-baseline", "suspend-voice");
    String resolution = "findings/" + finding.path("id").asText() + "/resolution";
    Map<String, String> remedy = Map.of("remedy", "accept-baseline");
    company.curator().calls().post(resolution, remedy).expect(403);
    approver.post(resolution, remedy).expect(200);
    assertThat(check(voice).path("state").asText()).isEqualTo("steady");
    assertThat(account.finding("voice_drift", voice.id()).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
  }

  @Test
  void voiceThatChangedAndIsSuspended_speaksNoMore() {
    VoiceCase voice = aWatchedVoice();
    check(voice);
    account.pitch(voice.providerVoiceId(), 300);
    check(voice);
    String finding = account.finding("voice_drift", voice.id()).orElseThrow().path("id").asText();

    approver
        .post("findings/" + finding + "/resolution", Map.of("remedy", "suspend-voice"))
        .expect(200);

    assertThat(voice.state()).isEqualTo("suspended");
    voice.speak(company.client("10"), "Guten Tag.").refusedWith(409, "voice-not-live");
    approver.post("voices/" + voice.alias() + "/drift-checks").expect(202);
  }

  @Test
  void phraseWhoseOutcomeIsLost_isNotSpokenTwice() {
    VoiceCase voice = aWatchedVoice();
    timbre.provider().next(Provider.SPEAK, Misfortune.CUT_AFTER);

    JsonNode failed = check(voice);

    assertThat(failed.path("state").asText()).isEqualTo("failed");
    assertThat(
            approver
                .get("speeches/" + failed.path("speech").asText())
                .json()
                .path("state")
                .asText())
        .isEqualTo("unknown");
    assertThat(voice.ledger().speeches()).isEqualTo(2);
  }

  @Test
  void checkTakenUpAgainAfterItEnded_speaksNoSecondTime() throws Exception {
    VoiceCase voice = aWatchedVoice();
    JsonNode first = check(voice);
    int spoken = voice.ledger().speeches();

    // what a node leaves that dies between the check's end and that of its operation
    runAgain(first);

    assertThat(voice.ledger().speeches()).isEqualTo(spoken);
    assertThat(checks(voice)).singleElement().isEqualTo(first);
  }

  @Test
  void checkWhosePhraseIsWithheld_fails() throws Exception {
    VoiceCase voice = aWatchedVoice();
    JsonNode check = check(voice);

    owner("update drift_watch set baseline_id = null");
    owner("update speech set audio = null, withheld = 'label-failed' where id = ", "speech", check);
    owner("update drift_check set state = 'UNDER_WAY' where id = ", "id", check);
    runAgain(check);

    JsonNode failed = checks(voice).get(0);
    assertThat(failed.path("state").asText()).isEqualTo("failed");
    assertThat(failed.path("note").asText()).contains("label-failed");
  }

  private List<JsonNode> checks(VoiceCase voice) {
    return approver.get("voices/" + voice.alias() + "/drift-checks").expect(200).items();
  }

  private void runAgain(JsonNode check) throws SQLException {
    String unfinished = "update operation set state = 'QUEUED', finished_at = null where ";
    owner(unfinished + "subject_id = ", "id", check);
    await().atMost(Duration.ofSeconds(60)).until(() -> openOperations() == 0);
  }

  private int openOperations() throws SQLException {
    try (Connection database = timbre.database().asOwner().getConnection();
        var query = database.createStatement();
        var rows =
            query.executeQuery(
                "select count(*) from operation where kind = 'drift-check' and finished_at is"
                    + " null")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void owner(String update, String field, JsonNode check) throws SQLException {
    owner(update + "'" + check.path(field).asText() + "'");
  }

  private void owner(String update) throws SQLException {
    try (Connection database = timbre.database().asOwner().getConnection();
        var command = database.createStatement()) {
      command.execute(update);
    }
  }

  @Test
  void watch_isAnApproversDecision() {
    VoiceCase voice = account.aSpokenVoice();

    watch(company.curator().calls(), voice).refusedWith(403, "role-missing");
    approver
        .post("voices/" + voice.alias() + "/drift-checks")
        .refusedWith(409, "drift-watch-missing");
    watch(approver, voice).expect(200);
    List<String> log = voice.audit(voice.id());
    assertThat(log).anyMatch(entry -> entry.startsWith("voice.watch done"));
  }
}
