package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.ComparedAccount;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A voice that was found at a provider lives and ends by the same rules as any other. */
@OnRunningTimbre
class ImportedCloneIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningTimbre timbre;
  private final Company company;
  private final ComparedAccount account;

  ImportedCloneIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.account = ComparedAccount.opened(timbre);
  }

  @Test
  void withdrawal_deletesTheImportedCloneAtItsProvider() {
    String foreign = account.aForeignVoice();
    String consent = company.consent();
    String alias = imported(foreign, consent);
    company.curator().calls().post("voices/" + alias + "/submission").expect(200);
    approver().post("voices/" + alias + "/approval", Map.of()).expect(200);

    company
        .curator()
        .calls()
        .post("consents/" + consent + "/withdrawal", Map.of("reason", "No more."))
        .expect(200);

    await().atMost(PATIENCE).until(() -> clone(alias).path("state").asText(), "deleted"::equals);
    assertThat(timbre.provider().voices(foreign))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
  }

  @Test
  void withdrawalBeforeTheApproval_isAFindingUntilAnApproverHasTheVoiceDeleted() {
    String foreign = account.aForeignVoice();
    String consent = company.consent();
    String alias = imported(foreign, consent);

    company.curator().calls().post("consents/" + consent + "/withdrawal", Map.of()).expect(200);

    JsonNode finding = account.finding("import_without_consent", foreign).orElseThrow();
    assertThat(finding.path("state").asText()).isEqualTo("open");
    assertThat(finding.path("remedies")).hasToString("[\"delete-voice\"]");
    account.reconciled();
    Map<String, String> remedy = Map.of("remedy", "delete-voice");
    String resolution = "findings/" + finding.path("id").asText() + "/resolution";
    company.curator().calls().post(resolution, remedy).expect(403);
    approver().post(resolution, remedy).expect(200);
    await().atMost(PATIENCE).until(() -> clone(alias).path("state").asText(), "deleted"::equals);
    assertThat(timbre.provider().voices(foreign))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
    account.reconciled();
    assertThat(account.finding("import_without_consent", foreign).orElseThrow().path("state"))
        .hasToString("\"resolved\"");
  }

  @Test
  void importThatWaitsForItsApproval_isNoUnknownVoiceAnyMore() {
    String foreign = account.aForeignVoice();
    imported(foreign, company.consent());

    account.reconciled();

    assertThat(account.finding("voice_unknown", foreign).orElseThrow().path("state").asText())
        .isEqualTo("resolved");
    account.deleteVoice(foreign);
  }

  private String imported(String foreign, String consent) {
    String alias = company.newAlias();
    Map<String, Object> wanted = Company.imported(alias, consent);
    company.curator().calls().post(account.importOf(foreign), wanted).expect(201);
    return alias;
  }

  private JsonNode clone(String alias) {
    return approver().get("voices/" + alias + "/clones").expect(200).items().get(0);
  }

  private Timbre approver() {
    return company.approver().calls();
  }
}
