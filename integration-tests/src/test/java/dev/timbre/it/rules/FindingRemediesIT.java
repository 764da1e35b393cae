package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was found is put right with one click, by those who may do what the click does. */
@InLockOrder
class FindingRemediesIT {

  private static final String TEXT = "Guten Abend.";

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre approver;

  FindingRemediesIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = Company.founded(timbre.admin());
    this.approver = company.approver().calls();
  }

  private JsonNode finding(String kind, String subject) {
    List<JsonNode> found =
        approver.get("findings?kind=" + kind + "&subject=" + subject).expect(200).items();
    assertThat(found).as(kind).hasSize(1);
    return found.get(0);
  }

  private static Answer take(Timbre caller, JsonNode finding, String remedy) {
    return caller.post(
        "findings/" + finding.path("id").asText() + "/resolution", Map.of("remedy", remedy));
  }

  private VoiceCase aFlaggedVoice() {
    return company.aDraftVoice(timbre.provider(), "risk-3 ist nur ein Wort.").cloned();
  }

  @Test
  void flaggedSample_isHeldAsAFindingUntilAnApproverGoesLiveWithIt() {
    VoiceCase voice = aFlaggedVoice();
    String clone = voice.newestClone().path("id").asText();

    JsonNode finding = finding("content_risk", clone);

    assertThat(finding.path("state").asText()).isEqualTo("open");
    assertThat(finding.path("facts").path("riskType").asText()).isEqualTo("3");
    assertThat(finding.path("remedies")).hasToString("[\"accept-clone\",\"delete-clone\"]");
    take(company.curator().calls(), finding, "accept-clone").expect(403);
    assertThat(finding("content_risk", clone).path("state").asText()).isEqualTo("open");
    assertThat(voice.state()).isEqualTo("approved");

    Answer taken = take(approver, finding, "accept-clone").expect(200);

    assertThat(taken.text("state")).isEqualTo("resolved");
    assertThat(taken.text("remedy")).isEqualTo("accept-clone");
    assertThat(voice.state()).isEqualTo("live");
  }

  @Test
  void flaggedSampleThatIsAcceptedWithTheVoice_isFoundNoMore() {
    VoiceCase voice = aFlaggedVoice();
    String clone = voice.newestClone().path("id").asText();
    assertThat(finding("content_risk", clone).path("state").asText()).isEqualTo("open");

    approver
        .post("voices/" + voice.alias() + "/acceptance", Map.of("riskAcknowledged", true))
        .expect(200);

    assertThat(finding("content_risk", clone).path("state").asText()).isEqualTo("resolved");
  }

  @Test
  void flaggedClone_isDeletedByARemedy() {
    VoiceCase voice = aFlaggedVoice();
    String clone = voice.newestClone().path("id").asText();

    Answer taken = take(approver, finding("content_risk", clone), "delete-clone").expect(200);

    assertThat(taken.text("remedy")).isEqualTo("delete-clone");
    voice.awaitClone(now -> now.path("state").asText().startsWith("delet"));
    assertThat(voice.decision(approver, "acceptance").status()).isEqualTo(409);
  }

  @Test
  void sampleWithoutAFlag_isNoFinding() {
    String clone = voiceLive().newestClone().path("id").asText();
    assertThat(approver.get("findings?subject=" + clone).expect(200).items()).isEmpty();
  }

  private VoiceCase voiceLive() {
    return company.aDraftVoice(timbre.provider()).live();
  }

  /** The provider answers with something that is no mp3, so that no label finds its place. */
  private static Map<String, Object> noMp3() {
    String junk = HexFormat.of().formatHex("not an mp3 at all".getBytes(StandardCharsets.US_ASCII));
    String body =
        "{\"data\":{\"audio\":\"%s\",\"status\":2},\"extra_info\":{\"usage_characters\":12},"
                .formatted(junk)
            + "\"trace_id\":\"t\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
    return Map.of("type", "status", "status", 200, "body", body, "contentType", "application/json");
  }

  @Test
  void audioWithoutItsLabel_isHandedOutNoMoreByARemedy() {
    VoiceCase voice = voiceLive();
    Company.Client client = company.client("100");
    Map<String, Object> policy =
        Map.of(
            "brand",
            company.brand(),
            "territory",
            "DE",
            "audible",
            false,
            "metadata",
            true,
            "unlabelled",
            "report");
    company.admin().post("labelling-policies", policy).expect(201);
    timbre.provider().next(Provider.SPEAK, noMp3());
    String speech = voice.speak(client, TEXT).expect(200).header("Timbre-Speech");
    String audio = "speeches/" + speech + "/audio";
    client.calls().get(audio).expect(200);

    JsonNode finding = finding("label_missing", speech);
    assertThat(finding.path("remedies")).hasToString("[\"suspend-voice\",\"withhold-audio\"]");
    take(company.curator().calls(), finding, "withhold-audio").expect(403);
    client.calls().get(audio).expect(200);
    take(approver, finding, "withhold-audio").expect(200);

    assertThat(client.calls().get(audio).text("code")).isEqualTo("label-failed");
    assertThat(voice.audit(speech)).endsWith("speech.withhold done");
    client.calls().get("speeches/" + speech + "/receipt").expect(200);
    voice.speak(client, TEXT).expect(200);
  }

  @Test
  void billAboveWhatWasHeld_isAcceptedByAnAdministratorOnly() {
    VoiceCase voice = voiceLive();
    Company.Client client = company.client("100");
    timbre.provider().next(Provider.SPEAK, Misfortune.CUT_AFTER);
    String speech =
        voice.speak(client, TEXT).refusedWith(502, "speech-outcome-unknown").text("speech");
    Map<String, Object> bill =
        Map.of(
            "charged",
            true,
            "billed",
            Map.of("amount", "50", "currency", "CNY"),
            "reason",
            "Line 7 of the bill.");
    company.admin().post("speeches/" + speech + "/settlement", bill).expect(201);

    JsonNode finding = finding("bill_above_reservation", speech);
    assertThat(finding.path("remedies")).hasToString("[\"accept-bill\"]");
    assertThat(finding.path("facts").has("account")).isTrue();
    take(approver, finding, "accept-bill").refusedWith(403, "brand-not-allowed");

    assertThat(take(company.admin(), finding, "accept-bill").expect(200).text("state"))
        .isEqualTo("resolved");
  }
}
