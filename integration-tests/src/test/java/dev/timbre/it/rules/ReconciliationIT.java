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
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Provider and registry are never silently apart. */
@InLockOrder
class ReconciliationIT {

  private final RunningTimbre timbre;
  private final Company company;
  private final ComparedAccount account;

  ReconciliationIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.account = ComparedAccount.opened(timbre);
  }

  @Test
  void cloneDeletedBehindOurBack_isMissingAndClonedAgainByOneDecision() {
    VoiceCase voice = account.aSpokenVoice();
    String clone = voice.newestClone().path("id").asText();
    account.deleteVoice(voice.providerVoiceId());

    assertThat(account.reconciled().path("clonesMissing").asInt()).isEqualTo(1);

    assertThat(voice.newestClone().path("state").asText()).isEqualTo("missing");
    voice.speak(company.client("10"), "Guten Tag.").refusedWith(409, "clone-gone");
    JsonNode finding = account.finding("clone_missing", clone).orElseThrow();
    assertThat(finding.path("remedies").toString()).isEqualTo("[\"re-clone\"]");
    Map<String, String> remedy = Map.of("remedy", "re-clone");
    String resolution = "findings/" + finding.path("id").asText() + "/resolution";
    company.curator().calls().post(resolution, remedy).expect(403);
    assertThat(account.finding("clone_missing", clone).orElseThrow().path("state").asText())
        .isEqualTo("open");

    Answer resolved = company.approver().calls().post(resolution, remedy).expect(200);

    assertThat(resolved.text("state")).isEqualTo("resolved");
    assertThat(resolved.text("remedy")).isEqualTo("re-clone");
    assertThat(voice.awaitClone("provisional").path("id").asText()).isNotEqualTo(clone);
    voice.decision(company.approver().calls(), "acceptance").expect(200);
    voice.speak(company.client("100"), "Guten Tag.").expect(200);
    account.reconciled();
    assertThat(account.finding("clone_missing", clone).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
  }

  @Test
  void provisionalClone_isNotMissedThoughTheProviderDoesNotListIt() {
    VoiceCase voice = timbre.aDraftVoice();
    timbre.preferring(account.id(), voice::cloned);

    account.reconciled();

    assertThat(voice.newestClone().path("state").asText()).isEqualTo("provisional");
  }

  @Test
  void foreignVoice_isImportedApprovedByAnotherPersonAndSpeaks() {
    String foreign = account.aForeignVoice();
    account.reconciled();
    JsonNode finding = account.finding("voice_unknown", foreign).orElseThrow();
    String alias = company.newAlias();
    Timbre curator = company.curator().calls();
    Timbre approver = company.approver().calls();

    Answer voice =
        curator.post(importOf(finding), Company.imported(alias, company.consent())).expect(201);

    assertThat(voice.text("origin")).isEqualTo("imported");
    assertThat(voice.text("state")).isEqualTo("draft");
    curator
        .post(importOf(finding), Company.imported(company.newAlias(), company.consent()))
        .refusedWith(409, "finding-decided");
    curator.post("voices/" + alias + "/submission").expect(200);
    curator.post("voices/" + alias + "/approval", Map.of()).refusedWith(403, "role-missing");
    approver.post("voices/" + alias + "/approval", Map.of()).expect(200);
    JsonNode clone = approver.get("voices/" + alias + "/clones").items().get(0);
    assertThat(clone.path("state").asText()).isEqualTo("permanent");
    assertThat(clone.path("providerVoiceId").asText()).isEqualTo(foreign);
    assertThat(approver.post("voices/" + alias + "/acceptance", Map.of()).status()).isEqualTo(409);
    approver.post("clones/" + clone.path("id").asText() + "/activation").expect(200);
    approver.post("voices/" + alias + "/acceptance", Map.of()).expect(200);
    company
        .client("10")
        .calls()
        .post("voices/" + alias + "/speech", Map.of("text", "Guten Tag."))
        .expect(200);
    account.reconciled();
    assertThat(account.finding("voice_unknown", foreign).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
    assertThat(timbre.provider().ledger(foreign).fees()).isEqualTo(1);
  }

  @Test
  void foreignVoiceThatIsIgnored_doesNotComeBack() {
    String foreign = account.aForeignVoice();
    account.reconciled();
    JsonNode finding = account.finding("voice_unknown", foreign).orElseThrow();
    String ignoring = "findings/" + finding.path("id").asText() + "/ignoring";
    timbre.admin().post(ignoring, Map.of("reason", " ")).expect(422);
    company.curator().calls().post(ignoring, Map.of("reason", "x")).expect(403);
    timbre.admin().post(ignoring, Map.of("reason", "Our sister company's.")).expect(200);

    account.reconciled();

    JsonNode still = account.finding("voice_unknown", foreign).orElseThrow();
    assertThat(still.path("state").asText()).isEqualTo("ignored");
    assertThat(still.path("id")).isEqualTo(finding.path("id"));
    account.deleteVoice(foreign);
  }

  @Test
  void foreignVoiceThatWentAway_settlesItsFinding() {
    String foreign = account.aForeignVoice();
    account.reconciled();
    assertThat(account.finding("voice_unknown", foreign).orElseThrow().path("state").asText())
        .isEqualTo("open");
    account.deleteVoice(foreign);

    account.reconciled();

    assertThat(account.finding("voice_unknown", foreign).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
  }

  @Test
  void samplesOfOurs_areDeletedAfterUseAndOthersAreAFindingOnly() {
    VoiceCase voice = account.aSpokenVoice();
    long foreign = account.aForeignFile("somebody.mp3");
    assertThat(timbre.provider().files(voice.providerVoiceId())).isNotEmpty();

    assertThat(account.reconciled().path("filesDeleted").asInt()).isPositive();

    assertThat(timbre.provider().files(voice.providerVoiceId())).isEmpty();
    assertThat(timbre.provider().files("somebody")).hasSize(1);
    JsonNode finding = account.finding("file_left_behind", Long.toString(foreign)).orElseThrow();
    timbre
        .admin()
        .post(
            "findings/" + finding.path("id").asText() + "/resolution",
            Map.of("remedy", "delete-file"))
        .expect(200);
    await().until(() -> timbre.provider().files("somebody"), List::isEmpty);
  }

  @Test
  void dialectThatCannotList_isSaidToBeUnverifiable() {
    String hingnet =
        timbre
            .admin()
            .post(
                "provider-accounts",
                Map.of(
                    "name",
                    "hingnet-" + UUID.randomUUID(),
                    "dialect",
                    "hingnet",
                    "baseUrl",
                    timbre.provider().address().toString(),
                    "keyReference",
                    "hingnet",
                    "prices",
                    Map.of("currency", "CNY", "hd", "3.5", "turbo", "2", "voiceFee", "9.9")))
            .expect(201)
            .id();

    JsonNode found = ComparedAccount.reconciled(timbre, hingnet);

    assertThat(found.path("result").asText()).isEqualTo("unverifiable");
    assertThat(found.path("notChecked").toString()).contains("voices:operation-unsupported");
    assertThat(found.has("voicesListed")).isFalse();
  }

  @Test
  void faultInTheMiddle_keepsWhatWasFoundAndNamesWhatWasNot() {
    String foreign = account.aForeignVoice();
    timbre.provider().nextGet("/v1/files/list", Misfortune.code(1004));

    JsonNode found = account.reconciled();

    assertThat(found.path("result").asText()).isEqualTo("partial");
    assertThat(found.path("notChecked").toString()).contains("files:1004");
    assertThat(found.has("filesListed")).isFalse();
    assertThat(account.finding("voice_unknown", foreign)).isPresent();
    account.deleteVoice(foreign);
  }

  @Test
  void comparisonUnderWay_isNotOrderedTwice() {
    Misfortune held = timbre.provider().next("/v1/get_voice", Misfortune.HOLD_BEFORE);
    String path = "provider-accounts/" + account.id() + "/reconciliation";
    String first = timbre.admin().post(path).expect(202).id();
    held.awaitHeld();

    assertThat(timbre.admin().post(path).expect(202).id()).isEqualTo(first);

    held.release();
    assertThat(account.reconciled().path("result").asText()).isEqualTo("complete");
  }

  @Test
  void balanceNearlyUsedUp_isAFindingUntilItIsPaidIn() {
    account.balance("5");
    assertThat(account.reconciled().path("balance").asText()).isEqualTo("5");
    assertThat(account.finding("balance_low", account.id()).orElseThrow().path("state").asText())
        .isEqualTo("open");
    account.balance("500");

    account.reconciled();

    assertThat(account.finding("balance_low", account.id()).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
  }

  private static String importOf(JsonNode finding) {
    return "findings/" + finding.path("id").asText() + "/voice";
  }
}
