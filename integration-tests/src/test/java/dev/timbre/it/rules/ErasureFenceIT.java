package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Hold;
import dev.timbre.it.fixture.Tone;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of an erased talent arrives after the erasure, whatever was under way. */
@InLockOrder
class ErasureFenceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningTimbre timbre;
  private Company company;
  private Timbre keeper;

  ErasureFenceIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeEach
  void found() {
    company = Company.founded(timbre.admin());
    keeper = company.curator().calls();
  }

  private Answer erase() {
    return timbre
        .admin()
        .post("talents/" + company.talent() + "/erasure", Map.of("endFirst", true))
        .expect(202);
  }

  /** The call begins before the erasure and wants to end after it. */
  private void assertRefusedBehindAnErasure(Supplier<Answer> call) throws SQLException {
    try (Hold erasure =
        new Hold(
            timbre.database().asOwner(),
            "update talent set name = '(erased)', erased_at = now() where id = '"
                + company.talent()
                + "'")) {
      CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(call);
      erasure.awaitWaiting();
      erasure.commit();
      answer.join().refusedWith(409, "talent-erased");
    }
  }

  @Test
  void voiceThatIsJustRegistered_isRefused() throws SQLException {
    Map<String, Object> draft = company.draft(company.newAlias(), company.consent());
    assertRefusedBehindAnErasure(() -> keeper.post("voices", draft));
  }

  @Test
  void voiceThatIsJustRevised_isRefused() throws SQLException {
    VoiceCase voice = company.aDraftVoice(timbre.provider()).submitted();
    company
        .approver()
        .calls()
        .post("voices/" + voice.alias() + "/rejection", Map.of("reason", "Too bright."))
        .expect(200);
    assertRefusedBehindAnErasure(() -> voice.decision(keeper, "revision"));
  }

  @Test
  void phraseThatIsJustPlanned_isRefused() throws SQLException {
    VoiceCase voice = company.aDraftVoice(timbre.provider()).live();
    Timbre approver = company.approver().calls().ifMatch("*");
    Map<String, Object> plan = Map.of("phrase", "Hier ist Anna.", "everyDays", 7, "active", false);
    assertRefusedBehindAnErasure(
        () -> approver.put("voices/" + voice.alias() + "/drift-watch", plan));
  }

  @Test
  void uploadUnderWay_isRefused() throws SQLException {
    byte[] sound = Tone.unique(12);
    Form form =
        new Form()
            .field("purpose", "clone_source")
            .field("brand", company.brand())
            .field("talent", company.talent())
            .file("file", "kerstin.wav", sound);
    assertRefusedBehindAnErasure(() -> keeper.upload("recordings", form));
  }

  @Test
  void evidenceUnderWay_isRefused() throws SQLException {
    String path = "consents/" + company.consent() + "/evidence";
    Form form =
        new Form()
            .field("kind", "document")
            .file("file", "agreement.txt", "I agree.".getBytes(StandardCharsets.UTF_8));
    assertRefusedBehindAnErasure(() -> keeper.upload(path, form));
  }

  @Test
  void consentUnderWay_isRefused() throws SQLException {
    assertRefusedBehindAnErasure(
        () -> keeper.post("consents", company.consentTo("customer_service")));
  }

  @Test
  void extensionUnderWay_isRefused() throws SQLException {
    String consent = company.consent();
    assertRefusedBehindAnErasure(() -> extend(consent));
  }

  private Answer extend(String consent) {
    String tag = keeper.get("consents/" + consent).expect(200).tag();
    return keeper
        .ifMatch(tag)
        .post("consents/" + consent + "/versions", company.consentTo("customer_service"));
  }

  @Test
  void expiredConsent_isWithdrawnByTheErasureAndNeverComesBack() {
    Map<String, Object> brief = new LinkedHashMap<>(company.consentTo("customer_service"));
    brief.put("validUntil", Instant.now().plusSeconds(3).toString());
    String consent = keeper.post("consents", brief).expect(201).id();
    await()
        .atMost(PATIENCE)
        .until(() -> !keeper.get("consents/" + consent).json().path("inForce").asBoolean());

    erase();

    assertThat(keeper.get("consents/" + consent).json().hasNonNull("withdrawnAt")).isTrue();
    extend(consent).refusedWith(409, "talent-erased");
    keeper.post("consents/" + consent + "/link", Map.of()).refusedWith(409, "talent-erased");
  }

  @Test
  void speechUnderWay_isBilledButNotKept() throws SQLException {
    Company.Client client = company.client("100");
    VoiceCase voice = company.aDraftVoice(timbre.provider()).live();
    String words = "Guten Tag " + UUID.randomUUID();
    Misfortune held = timbre.provider().next(Provider.SPEAK, Misfortune.HOLD_AFTER);
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> voice.speak(client, words));
    held.awaitHeld();
    erase();
    held.release();

    answer.join().refusedWith(403, "talent-erased");
    assertThat(voice.ledger().speeches()).isOne();
    assertThat(
            text(
                "select state || ' ' || withheld || ' ' || coalesce(audio, 'nothing') from speech"
                    + " where voice_id = '"
                    + voice.id()
                    + "'"))
        .isEqualTo("SPOKEN talent-erased nothing");
    assertLeftoversAreTaken();
  }

  @Test
  void previewUnderWay_isNotKept() throws SQLException {
    Provider provider = timbre.provider();
    Misfortune held = provider.nextGet("/_media/*", Misfortune.HOLD_BEFORE);
    VoiceCase voice = company.aDraftVoice(provider).approved();
    held.awaitHeld();
    erase();
    held.release();

    JsonNode clone = voice.awaitClone(c -> c.path("preview").asText().equals("expired"));
    assertThat(clone.path("previewNote").asText()).contains("erased");
    assertLeftoversAreTaken();
    voice.awaitClone("deleted");
    assertThat(voice.newestClone().path("preview").asText()).isEqualTo("expired");
  }

  /** What came too late is taken from the store like everything else. */
  private void assertLeftoversAreTaken() {
    String mine = " from erasure e where e.cause = 'LEFTOVER' and e.talent_id = '%s'";
    String query =
        "select count(*) filter (where finished_at is not null) || ' of ' || count(*)" + mine;
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(text(query.formatted(company.talent()))).isEqualTo("1 of 1"));
  }

  @Test
  void erasure_canBeRepeatedAsAfterARestoredBackup() throws SQLException {
    erase();
    run(
        "update talent set name = 'Kerstin', contact = 'k@example.org' where id = '"
            + company.talent()
            + "'");
    run("update recording set filename = 'k.mp3' where id = '" + company.recording() + "'");

    erase();

    assertThat(keeper.get("talents/" + company.talent()).text("name")).isEqualTo("(erased)");
    assertThat(keeper.get("recordings/" + company.recording()).text("filename"))
        .isEqualTo("(erased)");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Audit.of(company.auditor().calls(), company.talent()))
                    .filteredOn("talent.erase done"::equals)
                    .hasSize(2));
  }

  @Test
  void nameOfAVoice_standsInNoLogAndGoesWithTheTalent() {
    String mark = "Mark" + UUID.randomUUID().toString().substring(0, 8);
    VoiceCase voice = company.aDraftVoice(timbre.provider());
    String path = "voices/" + voice.id();
    Map<String, Object> words = Map.of("name", mark, "description", mark + " speaks.");
    keeper.ifMatch(keeper.get(path).tag()).patch(path, words).expect(200);
    assertThat(voice.audit(voice.id())).contains("voice.update done");
    assertThat(company.auditor().calls().get("audit?subject=" + voice.id()).body())
        .contains("words")
        .doesNotContain(mark);

    erase();

    assertThat(keeper.get(path).expect(200).body()).contains("(erased)").doesNotContain(mark);
    keeper.ifMatch(keeper.get(path).tag()).patch(path, words).refusedWith(409, "talent-erased");
  }

  private String text(String query) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).as(query).isTrue();
      return row.getString(1);
    }
  }

  private void run(String change) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement()) {
      assertThat(statement.executeUpdate(change)).isOne();
    }
  }
}
