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
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a talent can be known by goes on request, and nothing that others need goes with it. */
@InLockOrder
class ErasureIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningTimbre timbre;

  ErasureIT(RunningTimbre timbre) {
    this.timbre = timbre;
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
    byte[] unique = Tone.unique(12);
    Answer alone = keeper.upload("recordings", recording(own, talent, mark + ".wav", unique));
    Answer shared =
        keeper.upload("recordings", recording(own, talent, mark + ".mp3", Company.kerstin()));
    Map<String, Object> scope = new LinkedHashMap<>(own.consentTo("customer_service"));
    scope.put("talent", talent);
    Captured asked = Captured.of(own, timbre.anybody(), scope);
    asked.record(Tone.unique(5)).expect(200);
    asked.confirm().expect(200);
    String consent = keeper.get("captures/" + asked.id()).text("consent");
    List<JsonNode> evidence = keeper.get("consents/" + consent + "/evidence").items();
    List<String> before = Audit.of(own.auditor().calls(), asked.id());

    erased(talent);

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
    keeper.post("consents/" + consent + "/link", Map.of()).refusedWith(409, "talent-erased");
    erased(talent); // again, which takes nothing more
    assertNowhere(mark);
    assertCameFromNowhere(asked.id());
  }

  private static Form recording(Company own, String talent, String name, byte[] content) {
    return new Form()
        .field("purpose", "clone_source")
        .field("brand", own.brand())
        .field("talent", talent)
        .file("file", name, content);
  }

  /** Every text of every table. */
  private void assertNowhere(String mark) throws SQLException {
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
    }
  }

  /** The addresses the talent came from. */
  private void assertCameFromNowhere(String capture) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement()) {
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
  void erasureThatDiedAfterAFileWasGone_isFinished() throws SQLException {
    Company own = Company.founded(timbre.admin());
    Timbre keeper = own.curator().calls();
    String talent = keeper.post("talents", Map.of("name", "Tilda")).expect(201).id();
    byte[] unique = Tone.unique(12);
    Answer kept = keeper.upload("recordings", recording(own, talent, "t.wav", unique)).expect(201);
    String operation = erased(talent);
    String digest = kept.text("sha256");
    // as a crash leaves it: the file is gone, and nothing of that was committed
    update("update blob set erased_at = null where sha256 = '" + digest + "'");
    update(
        "update operation set state = 'QUEUED', finished_at = null, due_at = now() where id = '"
            + operation
            + "'");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> keeper.get("recordings/" + kept.id() + "/audio").refusedWith(404, "blob-erased"));
    // the same bytes may come again, for somebody else
    Answer again =
        keeper.upload("recordings", recording(own, own.talent(), "again.wav", unique)).expect(201);
    keeper.get("recordings/" + again.id() + "/audio").expect(200);
  }

  /** The operation, once it is done. */
  private String erased(String talent) {
    String location =
        timbre
            .admin()
            .post("talents/" + talent + "/erasure", Map.of("endFirst", true))
            .expect(202)
            .header("Location");
    String operation = location.replaceFirst(".*/operations/", "");
    await()
        .atMost(PATIENCE)
        .until(
            () -> timbre.admin().get("operations/" + operation).text("state"), "succeeded"::equals);
    return operation;
  }

  private void update(String statement) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement change = owner.createStatement()) {
      assertThat(change.executeUpdate(statement)).isOne();
    }
  }

  @Test
  void wordsAboutTheVoiceOfAnErasedTalent_areNowhere() throws SQLException {
    Company own = Company.founded(timbre.admin());
    String mark = "Mark" + UUID.randomUUID().toString().substring(0, 8);
    Timbre approver = own.approver().calls();
    VoiceCase voice = own.aDraftVoice(timbre.provider(), "Hier ist " + mark + ".");
    own.curator()
        .calls()
        .ifMatch("*")
        .patch("voices/" + voice.alias(), Map.of("name", mark, "description", "As " + mark))
        .expect(200);
    voice.live();
    approver
        .ifMatch("*")
        .put(
            "voices/" + voice.alias() + "/drift-watch",
            Map.of("phrase", "Noch einmal " + mark, "everyDays", 30, "active", false))
        .expect(200);
    approver
        .post("voices/" + voice.alias() + "/suspension", Map.of("reason", mark + " asked"))
        .expect(200);

    erased(own.talent());

    assertNowhere(mark);
    assertThat(approver.get("voices/" + voice.alias()).expect(200).text("name"))
        .isEqualTo("(erased)");
  }

  @Test
  void voiceOfAnErasedTalent_isRetiredAndSilent() {
    Company own = Company.founded(timbre.admin());
    Company.Client client = own.client("100");
    VoiceCase voice = own.aDraftVoice(timbre.provider()).live();
    // the same words of another voice may be the same bytes, which their owner keeps
    String words = "Guten Tag " + UUID.randomUUID();
    String speech = voice.speak(client, words).expect(200).header("Timbre-Speech");
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
