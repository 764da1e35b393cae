package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.ComparedAccount;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a voice that a provider had before Timbre knew it. */
@OnRunningTimbre
class ImportedVoiceIT {

  private final Company company;
  private final ComparedAccount account;
  private final Timbre curator;
  private final Timbre approver;

  ImportedVoiceIT(RunningTimbre timbre) {
    this.company = Company.founded(timbre.admin());
    this.account = ComparedAccount.opened(timbre);
    this.curator = company.curator().calls();
    this.approver = company.approver().calls();
  }

  private String imported() {
    String alias = company.newAlias();
    Map<String, Object> draft = Company.imported(alias, company.consent());
    curator.post(account.importOf(account.aForeignVoice()), draft).expect(201);
    return "voices/" + alias;
  }

  private Answer change(String voice, Map<String, Object> change) {
    String tag = curator.get(voice).expect(200).tag();
    return curator.ifMatch(tag).patch(voice, change);
  }

  @Test
  void importedDraft_isChangedWithoutARecording() {
    String voice = imported();
    String consent = company.consent();

    Map<String, Object> changed =
        Map.of(
            "name",
            "Found in the old account",
            "consent",
            consent,
            "options",
            Map.of("previewText", "Guten Abend."));
    JsonNode now = change(voice, changed).expect(200).json();

    assertThat(now.path("name").asText()).isEqualTo("Found in the old account");
    assertThat(now.path("revision").path("consent").asText()).isEqualTo(consent);
    assertThat(now.path("revision").has("recording")).isFalse();
    curator.post(voice + "/submission").expect(200);
    approver.post(voice + "/approval", Map.of()).expect(200);
    assertThat(approver.get(voice + "/clones").items()).hasSize(1);
  }

  @Test
  void laterRevision_needsARecordingAndSaysSo() {
    String voice = imported();
    curator.post(voice + "/submission").expect(200);
    approver.post(voice + "/approval", Map.of()).expect(200);
    Map<String, Object> words = Map.of("options", Map.of("previewText", "Guten Abend."));

    Answer refused =
        curator.post(voice + "/revisions", words).refusedWith(422, "import-needs-recording");

    assertThat(refused.text("detail")).contains("recording to clone from");
    change(voice, Map.of("name", "Renamed")).expect(200);
    curator
        .post(
            voice + "/revisions",
            Map.of(
                "recording", company.recording(), "options", Map.of("previewText", "Guten Abend.")))
        .expect(201);
  }
}
