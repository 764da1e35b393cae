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
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ended here is gone at the provider too, or people are told and it is deleted after all. */
@OnRunningTimbre
class WithdrawnMeansDeletedIT {

  private static final String DELETION = "/v1/delete_voice";
  private static final int SURELY_ALL = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningTimbre timbre;
  private final Company company;
  private final ComparedAccount account;
  private final Timbre approver;
  private final Timbre curator;

  WithdrawnMeansDeletedIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.account = ComparedAccount.opened(timbre);
    this.approver = company.approver().calls();
    this.curator = company.curator().calls();
  }

  @AfterEach
  void noMoreMisfortunes() {
    timbre.provider().clear();
  }

  @Test
  void deletionThatWasGivenUp_isOrderedOnceMoreByTheWithdrawal() {
    VoiceCase voice = account.aSpokenVoice();
    String clone = suspended(voice);
    timbre.provider().next(DELETION, SURELY_ALL, Misfortune.HTML_502);
    approver.delete("clones/" + clone).expect(202);
    almostGivenUp(clone);
    voice.awaitClone("undeletable");
    timbre.provider().clear();

    withdraw(voice.consent());

    voice.awaitClone("deleted");
    assertThat(stateAtProvider(voice.providerVoiceId())).isEqualTo("DELETED");
  }

  @Test
  void cloneThatComesBackAfterAWithdrawal_isDeletedAtOnceAndPeopleAreTold() {
    VoiceCase voice = account.aSpokenVoice();
    timbre.provider().next(DELETION, Misfortune.code(2054));
    withdraw(voice.consent());
    String clone = voice.awaitClone("deleted").path("id").asText();
    assertThat(stateAtProvider(voice.providerVoiceId())).isEqualTo("PERMANENT");

    account.reconciled();

    JsonNode finding = account.finding("clone_still_there", clone).orElseThrow();
    assertThat(finding.path("state").asText()).isEqualTo("resolved");
    await()
        .atMost(PATIENCE)
        .until(() -> stateAtProvider(voice.providerVoiceId()), "DELETED"::equals);
    voice.awaitClone("deleted");
  }

  @Test
  void withdrawalOfAMissingClone_hasItDeletedInCaseItIsThere() {
    VoiceCase voice = account.aSpokenVoice();
    missed(voice);

    withdraw(voice.consent());

    voice.awaitClone("deleted");
    assertThat(stateAtProvider(voice.providerVoiceId())).isEqualTo("DELETED");
  }

  @Test
  void cloneThatComesBack_isAnApproversDecision() {
    VoiceCase voice = account.aSpokenVoice();
    String clone = suspended(voice);
    timbre.provider().next(DELETION, Misfortune.code(2054));
    approver.delete("clones/" + clone).expect(202);
    voice.awaitClone("deleted");
    account.reconciled();
    JsonNode finding = account.finding("clone_still_there", clone).orElseThrow();
    assertThat(finding.path("state").asText()).isEqualTo("open");
    assertThat(finding.path("remedies")).hasToString("[\"delete-clone\"]");
    take(curator, finding, "delete-clone").expect(403);

    take(approver, finding, "delete-clone").expect(200);

    await()
        .atMost(PATIENCE)
        .until(() -> stateAtProvider(voice.providerVoiceId()), "DELETED"::equals);
    voice.awaitClone("deleted");
    account.reconciled();
    assertThat(account.finding("clone_still_there", clone).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
  }

  @Test
  void missingCloneThatComesBack_isTakenBackAndSpeaks() {
    VoiceCase voice = account.aSpokenVoice();
    String clone = missed(voice);
    account.reconciled();
    JsonNode finding = account.finding("clone_still_there", clone).orElseThrow();
    assertThat(finding.path("remedies")).hasToString("[\"delete-clone\",\"take-back\"]");

    take(approver, finding, "take-back").expect(200);

    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");
    assertThat(account.finding("clone_missing", clone).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
    voice.speak(company.client("100"), "Guten Abend.").expect(200);
    assertThat(voice.ledger().fees()).isOne();
  }

  @Test
  void refusedDeletionOfACloneThatNeverSpoke_isNotTakenForDone() {
    VoiceCase voice = timbre.aDraftVoice();
    timbre.preferring(account.id(), voice::cloned);
    String clone = voice.newestClone().path("id").asText();
    timbre.provider().next(DELETION, 2, Misfortune.code(2013));
    approver.delete("clones/" + clone).expect(202);

    voice.awaitClone("deleted");

    assertThat(stateAtProvider(voice.providerVoiceId())).isEqualTo("DELETED");
  }

  private String suspended(VoiceCase voice) {
    approver
        .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "No more."))
        .expect(200);
    return voice.newestClone().path("id").asText();
  }

  /** The provider says once, wrongly, that it does not have the clone. */
  private String missed(VoiceCase voice) {
    timbre.provider().next("/v1/t2a_v2", Misfortune.code(2054));
    assertThat(voice.speak(company.client("100"), "Guten Abend.").status()).isNotEqualTo(200);
    return voice.awaitClone("missing").path("id").asText();
  }

  private void withdraw(String consent) {
    curator.post("consents/" + consent + "/withdrawal", Map.of("reason", "No more.")).expect(200);
  }

  private static Answer take(Timbre caller, JsonNode finding, String remedy) {
    return caller.post(
        "findings/" + finding.path("id").asText() + "/resolution", Map.of("remedy", remedy));
  }

  private String stateAtProvider(String voiceId) {
    return timbre.provider().voices(voiceId).get(0).path("state").asText();
  }

  /** As after an hour: the next attempt is the last one. */
  private void almostGivenUp(String clone) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                update(
                    "update operation set attempts = 14, due_at = now() where state = 'QUEUED'"
                        + " and attempts > 0 and subject_id = '"
                        + clone
                        + "'"),
            rows -> rows == 1);
  }

  private int update(String statement) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement change = owner.createStatement()) {
      return change.executeUpdate(statement);
    }
  }
}
