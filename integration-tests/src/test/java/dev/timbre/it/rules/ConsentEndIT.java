package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Captured;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Tone;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How consents end, what ends with them, and what can be asked about them later. */
@OnRunningTimbre
class ConsentEndIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre curator;

  ConsentEndIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.curator = company.curator().calls();
  }

  @Test
  void validityThatEnds_isNotedOnceAndSuspendsTheVoice() {
    VoiceCase voice = timbre.aLiveVoice();
    extend(voice.consent(), Instant.now().plusSeconds(2));
    await().atMost(PATIENCE).until(voice::state, "suspended"::equals);
    voice.speak(company.client("100"), "Hallo.").refusedWith(409, "voice-not-live");
    assertThat(Audit.of(company.auditor().calls(), voice.consent()))
        .containsOnlyOnce("consent.expire done");
    // a further version lets an approver resume the voice
    extend(voice.consent(), Instant.now().plusSeconds(3600));
    voice.decision(company.approver().calls(), "resumption").expect(200);
    voice.speak(company.client("100"), "Hallo.").expect(200);
    assertThat(Audit.of(company.auditor().calls(), voice.consent()))
        .containsOnlyOnce("consent.expire done");
  }

  private void extend(String consent, Instant until) {
    Map<String, Object> scope = new LinkedHashMap<>(company.consentTo("customer_service"));
    scope.put("validUntil", until.toString());
    scope.put("validFrom", Instant.now().minusSeconds(60).toString());
    String path = "consents/" + consent;
    curator.ifMatch(curator.get(path).tag()).post(path + "/versions", scope).expect(200);
  }

  @Test
  void consent_isShownAsItStoodThen() {
    String id = company.consent();
    String path = "consents/" + id;
    Instant first = Instant.parse(curator.get(path).text("createdAt"));
    extend(id, Instant.now().plusSeconds(3600));
    curator.post(path + "/withdrawal", Map.of()).expect(200);
    JsonNode then = curator.get(path + "?asOf=" + first.plusMillis(1)).expect(200).json();
    assertThat(then.path("inForce").asBoolean()).isTrue();
    assertThat(then.path("versions")).hasSize(1);
    assertThat(then.has("withdrawnAt")).isFalse();
    JsonNode now = curator.get(path + "?asOf=" + Instant.now()).expect(200).json();
    assertThat(now.path("inForce").asBoolean()).isFalse();
    assertThat(now.path("versions")).hasSize(2);
    curator.get(path + "?asOf=" + first.minusSeconds(1)).refusedWith(404, "consent-not-yet");
  }

  @Test
  void speech_tellsWhichConsentStoodBehindIt() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aLiveVoice();
    String speech = voice.speak(client, "Guten Tag.").expect(200).header("Timbre-Speech");
    curator.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    JsonNode grounds = client.calls().get("speeches/" + speech + "/consent").expect(200).json();
    assertThat(grounds.path("consent").asText()).isEqualTo(voice.consent());
    assertThat(grounds.path("number").asInt()).isOne();
    assertThat(grounds.path("inForceThen").asBoolean()).isTrue();
    assertThat(grounds.hasNonNull("withdrawnAt")).isTrue();
    company.client("1").calls().get("speeches/" + speech + "/consent").expect(404);
  }

  @Test
  void withdrawnConsent_deletesTheClonesAtTheProvider() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    String clone = voice.newestClone().path("id").asText();
    curator.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    voice.speak(client, "Hallo.").refusedWith(409, "voice-not-live");
    voice.awaitClone("deleted");
    assertThat(timbre.provider().voices(voice.providerVoiceId()))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
    assertThat(voice.audit(clone)).contains("clone.delete intended", "clone.delete done");
  }

  @Test
  void withdrawalBeforeTheFirstSend_sendsNothing() {
    VoiceCase voice = timbre.aDraftVoice().submitted();
    voice.decision(company.approver().calls(), "approval").expect(200);
    curator.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    JsonNode clone =
        voice.awaitClone(c -> List.of("failed", "deleted").contains(c.path("state").asText()));
    // sent or not when the withdrawal came: nothing of it is left
    assertThat(timbre.provider().voices(clone.path("providerVoiceId").asText()))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
  }

  @Test
  void erasure_waitsUntilNothingIsInUse() {
    Company own = Company.founded(timbre.admin());
    String path = "talents/" + own.talent() + "/erasure";
    own.consent();
    own.curator().calls().post(path, Map.of()).expect(403);
    timbre.admin().post(path, Map.of()).refusedWith(409, "talent-consent-in-force");
    assertThat(own.curator().calls().get("talents/" + own.talent()).text("name"))
        .isEqualTo("Kerstin");
  }

  @Test
  void erasedTalent_isForgottenWhileTheLogStands() throws SQLException {
    Company own = Company.founded(timbre.admin());
    Timbre keeper = own.curator().calls();
    String mark = "Mark" + UUID.randomUUID().toString().substring(0, 8);
    String talent =
        keeper.post("talents", Map.of("name", mark, "contact", mark + "@example.org")).id();
    byte[] unique = Tone.wav(12, 9000, 300 + Math.random() * 400);
    Answer alone = keeper.upload("recordings", recording(own, talent, mark + ".wav", unique));
    Answer shared =
        keeper.upload("recordings", recording(own, talent, mark + ".mp3", Company.kerstin()));
    Map<String, Object> scope = new LinkedHashMap<>(own.consentTo("customer_service"));
    scope.put("talent", talent);
    Captured asked = Captured.of(own, timbre.anybody(), scope);
    asked.record(Tone.wav(5, 9000, 300 + Math.random() * 400)).expect(200);
    asked.confirm().expect(200);
    String consent = keeper.get("captures/" + asked.id()).text("consent");
    List<JsonNode> evidence = keeper.get("consents/" + consent + "/evidence").items();
    List<String> before = Audit.of(own.auditor().calls(), asked.id());

    String operation =
        timbre
            .admin()
            .post("talents/" + talent + "/erasure", Map.of("endFirst", true))
            .expect(202)
            .header("Location");
    await()
        .atMost(PATIENCE)
        .until(
            () -> timbre.admin().get(operation.replaceFirst(".*/api/v1/", "")).text("state"),
            "succeeded"::equals);

    JsonNode forgotten = keeper.get("talents/" + talent).expect(200).json();
    assertThat(forgotten.path("name").asText()).isEqualTo("(erased)");
    assertThat(forgotten.has("contact")).isFalse();
    keeper.get("recordings/" + alone.id() + "/audio").refusedWith(404, "blob-erased");
    assertThat(keeper.get("recordings/" + alone.id()).text("filename")).doesNotContain(mark);
    // others recorded the same bytes, and keep them
    keeper.get("recordings/" + shared.id() + "/audio").expect(200);
    for (JsonNode piece : evidence) {
      keeper
          .get("consents/" + consent + "/evidence/" + piece.path("id").asText())
          .refusedWith(404, "blob-erased");
    }
    assertThat(keeper.get("consents/" + consent).json().path("inForce").asBoolean()).isFalse();
    assertThat(Audit.of(own.auditor().calls(), asked.id())).isEqualTo(before);
    assertThat(Audit.of(own.auditor().calls(), talent))
        .contains("talent.erase intended", "talent.erase done");
    timbre
        .admin()
        .post("talents/" + talent + "/erasure", Map.of())
        .refusedWith(409, "talent-erased");
    assertNowhere(mark, asked.id());
  }

  private static Form recording(Company own, String talent, String name, byte[] content) {
    return new Form()
        .field("purpose", "clone_source")
        .field("brand", own.brand())
        .field("talent", talent)
        .file("file", name, content);
  }

  /** Every text of every table, and the addresses the talent came from. */
  private void assertNowhere(String mark, String capture) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      for (String table : tables) {
        String query = "select count(*) from " + table + " t where t::text like '%" + mark + "%'";
        try (ResultSet count = statement.executeQuery(query)) {
          count.next();
          assertThat(count.getInt(1)).as(table).isZero();
        }
      }
      String origins =
          "select count(*) from audit_origin o join audit_entry a on a.id = o.entry_id"
              + " where a.actor_kind = 'LINK' and a.actor_id = '"
              + capture
              + "'";
      try (ResultSet count = statement.executeQuery(origins)) {
        count.next();
        assertThat(count.getInt(1)).isZero();
      }
    }
  }

  @Test
  void voiceOfAnErasedTalent_isRetiredAndSilent() {
    Company own = Company.founded(timbre.admin());
    Company.Client client = own.client("100");
    VoiceCase voice = own.aDraftVoice(timbre.provider()).live();
    String speech = voice.speak(client, "Guten Tag.").expect(200).header("Timbre-Speech");
    String path = "talents/" + own.talent() + "/erasure";
    own.curator().calls().post("consents/" + voice.consent() + "/withdrawal", Map.of());
    timbre.admin().post(path, Map.of()).refusedWith(409, "talent-voice-in-use");
    timbre.admin().post(path, Map.of("endFirst", true)).expect(202);
    assertThat(voice.state()).isEqualTo("retired");
    voice.speak(client, "Hallo.").refusedWith(409, "voice-not-live");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                client
                    .calls()
                    .get("speeches/" + speech + "/audio")
                    .refusedWith(404, "blob-erased"));
    // what was spoken, and on which consent, is still known
    client.calls().get("speeches/" + speech + "/consent").expect(200);
  }
}
