package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Captured;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.Tone;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A talent without an account answers one question, once, through a link. */
@InLockOrder
class CaptureIT {

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre curator;

  CaptureIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.curator = company.curator().calls();
  }

  private Captured asked() {
    return Captured.of(company, timbre.anybody());
  }

  @Test
  void confirmedStatement_becomesAConsentWithItsEvidence() {
    Captured asked = asked();
    JsonNode shown = asked.opened();
    String text = shown.path("statement").path("text").asText();
    assertThat(text)
        .contains("Kerstin", "Kundendienst", "Brand " + company.slug())
        .contains(shown.path("statement").path("nonce").asText());
    assertThat(asked.record(Company.kerstin()).expect(200).json().path("seconds").asDouble())
        .isBetween(3.0, 180.0);
    asked.confirm().expect(200);

    JsonNode capture = curator.get("captures/" + asked.id()).expect(200).json();
    assertThat(capture.path("state").asText()).isEqualTo("confirmed");
    String consent = capture.path("consent").asText();
    JsonNode noted = curator.get("consents/" + consent).expect(200).json();
    assertThat(noted.path("inForce").asBoolean()).isTrue();
    assertThat(noted.path("versions").path(0).path("statement").asText()).isEqualTo(text);
    List<JsonNode> evidence = curator.get("consents/" + consent + "/evidence").items();
    assertThat(evidence)
        .extracting(piece -> piece.path("kind").asText())
        .containsExactlyInAnyOrder("statement_recording", "statement_text");
    String recording = evidence.get(0).path("id").asText();
    Answer heard = curator.get("consents/" + consent + "/evidence/" + recording).expect(200);
    assertThat(heard.bytes()).isEqualTo(Company.kerstin());
    assertThat(heard.header("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(Audit.of(company.auditor().calls(), asked.id()))
        .containsExactly("capture.request done", "capture.record done", "capture.confirm done");
  }

  @Test
  void usedLink_saysSoAndNothingElse() {
    Captured asked = asked().recorded();
    JsonNode statement = asked.opened().path("statement");
    asked.confirm().expect(200);
    asked.talent().get("link").refusedWith(409, "link-used");
    asked.record(Company.kerstin()).refusedWith(409, "link-used");
    asked
        .confirm(statement.path("nonce").asText(), statement.path("digest").asText())
        .refusedWith(409, "link-used");
    assertThat(asked.talent().get("link").body())
        .doesNotContain("Kerstin", statement.path("nonce").asText());
  }

  @Test
  void twoDevices_oneConfirms() {
    Captured asked = asked().recorded();
    JsonNode statement = asked.opened().path("statement");
    List<Integer> statuses =
        Together.times(
            8,
            i ->
                asked
                    .confirm(statement.path("nonce").asText(), statement.path("digest").asText())
                    .status());
    assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s != 200).containsOnly(409);
    String talent = curator.get("captures/" + asked.id()).text("talent");
    assertThat(curator.get("consents?talent=" + talent).items())
        .filteredOn(
            consent ->
                consent
                    .path("id")
                    .asText()
                    .equals(curator.get("captures/" + asked.id()).text("consent")))
        .hasSize(1);
  }

  @Test
  void wrongNonceOrOtherWords_areNotAgreement() {
    Captured asked = asked().recorded();
    JsonNode statement = asked.opened().path("statement");
    String digest = statement.path("digest").asText();
    asked.confirm("00 00 0x", digest).refusedWith(409, "statement-differs");
    asked
        .confirm(statement.path("nonce").asText(), "0".repeat(64))
        .refusedWith(409, "statement-differs");
    asked.confirm().expect(200);
  }

  @Test
  void nothingRecorded_nothingIsConfirmed() {
    asked().confirm().refusedWith(409, "statement-not-recorded");
  }

  @Test
  void declinedLink_isUsedUp() {
    Captured asked = asked().recorded();
    asked.talent().post("link/refusal", Map.of("reason", "I would rather not.")).expect(204);
    asked.talent().get("link").refusedWith(409, "link-used");
    Answer capture = curator.get("captures/" + asked.id()).expect(200);
    assertThat(capture.text("state")).isEqualTo("declined");
    assertThat(capture.text("reason")).isEqualTo("I would rather not.");
    assertThat(capture.json().hasNonNull("consent")).isFalse();
  }

  @Test
  void revokedAndReplacedLinks_openNothing() {
    Captured asked = asked();
    Answer again = curator.post("captures/" + asked.id() + "/link", Map.of()).expect(200);
    asked.talent().get("link").refusedWith(409, "link-revoked");
    Timbre second = Captured.with(timbre.anybody(), again.text("url"));
    second.get("link").expect(200);
    curator.post("captures/" + asked.id() + "/revocation", Map.of()).expect(200);
    second.get("link").refusedWith(409, "link-revoked");
    second
        .post("link/confirmation", Map.of("nonce", "1", "statementDigest", "1"))
        .refusedWith(409, "link-revoked");
  }

  @Test
  void expiredLink_opensNothingAndTheQuestionIsOver() throws SQLException {
    Captured asked = asked().recorded();
    String past = "now() - interval '1 second'";
    sql("update talent_link set expires_at = " + past + " where subject_id = ?", asked.id());
    asked.talent().get("link").refusedWith(409, "link-expired");
    sql("update consent_capture set expires_at = " + past + " where id = ?", asked.id());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> curator.get("captures/" + asked.id()).text("state"), "expired"::equals);
    assertThat(Audit.of(company.auditor().calls(), asked.id()))
        .containsOnlyOnce("capture.expire done");
  }

  @Test
  void unknownLinks_areRefused() {
    Timbre anybody = timbre.anybody();
    anybody.get("link").refusedWith(401, "not-authenticated");
    anybody.with("Authorization", "Link tml_x").get("link").refusedWith(404, "link-unknown");
    company.admin().get("link").refusedWith(403, "link-missing");
    anybody.with("Authorization", "Link tml_x").get("consents").expect(401);
  }

  @Test
  void whatIsNoStatement_isRefusedInWords() {
    Captured asked = asked();
    asked.record("no audio".getBytes(StandardCharsets.UTF_8)).expect(422);
    asked.record(Tone.wav(5, 0)).refusedWith(422, "statement-silent");
    asked.record(Tone.wav(1, 8000)).refusedWith(422, "duration-too-short");
    asked.record(Tone.wav(200, 8000)).refusedWith(422, "duration-too-long");
    asked.record(new byte[18_000_001]).expect(422);
    assertThat(asked.opened().path("statement").has("recordedSeconds")).isFalse();
    asked.record(Tone.wav(5, 8000)).expect(200);
  }

  @Test
  void endlessUploads_areRefused() {
    Captured asked = asked();
    for (int i = 0; i < 10; i++) {
      asked.record(Tone.wav(3 + i * 0.1, 8000)).expect(200);
    }
    asked.record(Tone.wav(4.5, 8000)).refusedWith(429, "link-uploads");
  }

  @Test
  void talentsOwnLink_withdrawsAsACuratorWould() {
    Captured asked = asked().recorded();
    String url = asked.confirm().expect(200).text("url");
    Timbre talent = Captured.with(timbre.anybody(), url);
    JsonNode standing = talent.get("link").expect(200).json();
    assertThat(standing.path("kind").asText()).isEqualTo("consent");
    assertThat(standing.path("inForce").asBoolean()).isTrue();
    talent
        .post("link/confirmation", Map.of("nonce", "1", "statementDigest", "1"))
        .refusedWith(404, "link-unknown");
    talent.post("link/withdrawal", Map.of("reason", "No more.")).expect(200);
    assertThat(talent.get("link").expect(200).json().hasNonNull("withdrawnAt")).isTrue();
    talent.post("link/withdrawal", Map.of()).refusedWith(409, "consent-withdrawn");
    String consent = curator.get("captures/" + asked.id()).text("consent");
    assertThat(curator.get("consents/" + consent).json().path("inForce").asBoolean()).isFalse();
    String log = company.auditor().calls().get("audit?subject=" + consent).body();
    assertThat(log).contains("consent.withdraw", "link").doesNotContain("No more.");
  }

  @Test
  void lostLink_isReplacedByACurator() {
    Captured asked = asked().recorded();
    String first = asked.confirm().expect(200).text("url");
    String consent = curator.get("captures/" + asked.id()).text("consent");
    String second = curator.post("consents/" + consent + "/link", Map.of()).text("url");
    Captured.with(timbre.anybody(), first).get("link").refusedWith(409, "link-revoked");
    Captured.with(timbre.anybody(), second).get("link").expect(200);
  }

  @Test
  void voiceOnACapturedConsent_stopsWhenTheTalentWithdraws() {
    VoiceCase voice = timbre.aLiveVoice();
    Map<String, Object> extension = new LinkedHashMap<>(company.consentTo("customer_service"));
    extension.remove("talent");
    extension.put("consent", voice.consent());
    Captured asked = Captured.of(company, timbre.anybody(), extension).recorded();
    String url = asked.confirm().expect(200).text("url");
    assertThat(curator.get("consents/" + voice.consent()).json().path("versions")).hasSize(2);
    Captured.with(timbre.anybody(), url).post("link/withdrawal", Map.of()).expect(200);
    assertThat(voice.state()).isEqualTo("suspended");
    voice.awaitClone("deleted");
  }

  @Test
  void tokensAndNames_standInNoLog() throws IOException {
    String mark = "Mark" + UUID.randomUUID().toString().substring(0, 8);
    String talent = curator.post("talents", Map.of("name", mark)).expect(201).id();
    Map<String, Object> scope = new LinkedHashMap<>(company.consentTo("customer_service"));
    scope.put("talent", talent);
    Captured asked = Captured.of(company, timbre.anybody(), scope).recorded();
    String later = asked.confirm().expect(200).text("url").replaceFirst(".*#", "");
    asked.talent().get("link").expect(409);
    String log = Files.readString(timbre.log());
    assertThat(log).doesNotContain(asked.token(), later, mark);
    String entries = company.auditor().calls().get("audit?limit=200").body();
    assertThat(entries).contains(asked.id()).doesNotContain(asked.token(), later, mark);
  }

  @Test
  void statementWithoutItsPlaces_isRefused() {
    Map<String, String> text =
        Map.of("brand", company.brand(), "locale", "de", "text", "Ich stimme zu.");
    curator.post("consent-statements", text).refusedWith(422, "statement-place-missing");
    Map<String, String> odd =
        Map.of("brand", company.brand(), "locale", "de", "text", "{talent} {nonce} {salary}");
    curator.post("consent-statements", odd).refusedWith(422, "statement-place-unknown");
  }

  private void sql(String statement, String id) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        PreparedStatement prepared = owner.prepareStatement(statement)) {
      prepared.setObject(1, UUID.fromString(id));
      assertThat(prepared.executeUpdate()).isOne();
    }
  }
}
