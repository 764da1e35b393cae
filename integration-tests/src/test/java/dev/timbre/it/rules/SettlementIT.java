package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the money of a speech whose outcome nobody could tell. */
@InLockOrder
class SettlementIT {

  private static final String TEXT = "Guten Abend zusammen";
  private static VoiceCase voice;

  private final RunningTimbre timbre;
  private final Company company;
  private Company.Client client;

  SettlementIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @BeforeAll
  static void spokenOnce(RunningTimbre timbre) {
    voice = timbre.aDraftVoice().spoken(timbre.company().client("100"));
  }

  @BeforeEach
  void aClientOfItsOwn() {
    client = company.client("100");
  }

  @Test
  void billedSpeech_isSettledOnceAndStaysUnknownToItsCallers() {
    Timbre once = client.calls().repeatable("settled");
    String speech = lost(once);
    assertThat(unsettled()).contains(speech);

    settle(speech, charged("0.007")).expect(201);

    assertThat(Money.held(client.month())).isZero();
    assertThat(Money.spent(client.month())).isEqualByComparingTo("0.007");
    assertThat(unsettled()).doesNotContain(speech);
    JsonNode usage = client.calls().get("usage").expect(200).items().get(0);
    assertThat(usage.path("unit").asText()).isEqualTo("settled_speech");
    assertThat(Money.amount(usage.path("amount"))).isEqualByComparingTo("0.007");
    JsonNode told = client.calls().get("speeches/" + speech).expect(200).json();
    assertThat(told.path("state").asText()).isEqualTo("unknown");
    assertThat(voice.speak(once, TEXT).refusedWith(502, "speech-outcome-unknown").text("speech"))
        .isEqualTo(speech);
    settle(speech, charged("0.007")).refusedWith(409, "speech-settled");
    settle(speech, notCharged()).refusedWith(409, "speech-settled");
    assertThat(Money.spent(client.month())).isEqualByComparingTo("0.007");
    assertThat(voice.audit(speech)).contains("speech.settle done");
  }

  @Test
  void speechThatWasNotCharged_givesItsMoneyBack() {
    String speech = lost(client.calls());

    Answer settled = settle(speech, notCharged()).expect(201);

    assertThat(settled.json().path("charged").asBoolean()).isFalse();
    assertThat(Money.held(client.month())).isZero();
    assertThat(Money.spent(client.month())).isZero();
    assertThat(client.calls().get("usage").expect(200).items()).isEmpty();
    assertThat(company.admin().get("speeches/" + speech + "/settlement").expect(200).text("reason"))
        .isEqualTo("Not on the bill.");
  }

  @Test
  void repeatedSettlement_isAnsweredLikeTheFirst() {
    String speech = lost(client.calls());
    Timbre admin = company.admin().repeatable("settle-" + speech);

    admin.post("speeches/" + speech + "/settlement", charged("0.001")).expect(201);
    admin.post("speeches/" + speech + "/settlement", charged("0.001")).expect(201);

    assertThat(Money.spent(client.month())).isEqualByComparingTo("0.001");
  }

  @Test
  void billAboveTheReservation_isBookedInFullAndBecomesAFinding() {
    String speech = lost(client.calls());

    settle(speech, charged("0.5")).expect(201);

    assertThat(Money.spent(client.month())).isEqualByComparingTo("0.5");
    List<JsonNode> findings =
        company.approver().calls().get("findings?kind=bill_above_reservation").expect(200).items();
    assertThat(findings)
        .filteredOn(finding -> finding.path("subject").asText().equals(speech))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.path("facts").path("billed").asText()).isEqualTo("0.50 CNY"));
  }

  @Test
  void lostFirstSpeech_thatWasCharged_madeTheClonePermanent() {
    VoiceCase fresh = timbre.aLiveVoice();
    timbre.provider().next(Provider.SPEAK, Misfortune.CUT_AFTER);
    String speech =
        fresh.speak(client, TEXT).refusedWith(502, "speech-outcome-unknown").text("speech");

    settle(speech, charged("9.907")).expect(201);

    assertThat(fresh.newestClone().path("state").asText()).isEqualTo("permanent");
    fresh.speak(client, TEXT).expect(200);
    assertThat(fresh.ledger().fees()).isOne();
    assertThat(Money.spent(client.month())).isLessThan(new BigDecimal("9.93"));
  }

  @Test
  void onlyUnknownSpeechesAreSettled_andOnlyByAdministrators() {
    String spoken = voice.speak(client, TEXT).expect(200).header("Timbre-Speech");
    settle(spoken, charged("0.007")).refusedWith(409, "speech-not-unknown");
    String speech = lost(client.calls());
    company.approver().calls().post("speeches/" + speech + "/settlement", notCharged()).expect(403);
    company
        .admin()
        .post(
            "speeches/" + speech + "/settlement",
            Map.of(
                "charged", true, "billed", Map.of("amount", "1", "currency", "USD"), "reason", "x"))
        .refusedWith(422, "currency-mismatch");
    assertThat(Money.held(client.month())).isPositive();
  }

  @Test
  void peopleOfAnotherBrand_seeNothingOfIt() {
    String speech = lost(client.calls());
    Timbre stranger = Company.founded(timbre.admin()).person("auditor").calls();

    assertThat(stranger.get("unsettled-speeches?limit=200").expect(200).items()).isEmpty();
    settle(speech, charged("0.007")).expect(201);
    stranger.get("speeches/" + speech + "/settlement").refusedWith(404, "speech-not-found");
    String usage = "usage?voice=" + voice.id();
    assertThat(stranger.get(usage).expect(200).items()).isEmpty();
    assertThat(company.auditor().calls().get(usage).expect(200).items()).isNotEmpty();
  }

  @Test
  void lostFirstSpeech_thatWasNotCharged_leavesTheCloneWithoutDoubt() throws Exception {
    VoiceCase fresh = timbre.aLiveVoice();
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      timbre.provider().next(Provider.SPEAK, Misfortune.CUT_BEFORE);
      lost.add(fresh.speak(client, TEXT).refusedWith(502, "speech-outcome-unknown").text("speech"));
    }
    settle(lost.get(0), notCharged()).expect(201);
    assertThat(isInDoubt(fresh)).isTrue();
    settle(lost.get(1), notCharged()).expect(201);
    assertThat(isInDoubt(fresh)).isFalse();
    fresh.speak(client, TEXT).expect(200);
    assertThat(fresh.ledger().fees()).isOne();
  }

  private boolean isInDoubt(VoiceCase some) throws SQLException {
    String query = "select use_unknown from clone where provider_voice_id = ?";
    try (Connection database = timbre.database().asOwner().getConnection();
        var command = database.prepareStatement(query)) {
      command.setString(1, some.providerVoiceId());
      var rows = command.executeQuery();
      assertThat(rows.next()).isTrue();
      return rows.getBoolean(1);
    }
  }

  @Test
  void moneyThatIsStillHeldThoughItsSpeechHasEnded_isFoundAndSettled() throws Exception {
    Answer spoken = voice.speak(client, TEXT).expect(200);
    var spent = Money.spent(client.month());
    String speech = spoken.header("Timbre-Speech");
    // what a database looks like that was repaired by hand, or restored in parts
    owner(
        "update budget_period p set held = held + r.amount, spent = 0,"
            + " held_characters = held_characters + r.characters, spent_characters = 0"
            + " from reservation r join reservation_hold h on h.reservation_id = r.id"
            + " join speech s on s.reservation_id = r.id"
            + " where p.budget_id = h.budget_id and p.period = h.period and s.id = '"
            + speech
            + "'");
    owner(
        "update reservation r set state = 'HELD' from speech s where s.reservation_id = r.id"
            + " and s.id = '"
            + speech
            + "'");
    assertThat(Money.held(client.month())).isPositive();

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(Money.held(client.month())).isZero());

    assertThat(Money.spent(client.month())).isEqualByComparingTo(spent);
  }

  private String lost(Timbre caller) {
    timbre.provider().next(Provider.SPEAK, Misfortune.CUT_AFTER);
    return voice.speak(caller, TEXT).refusedWith(502, "speech-outcome-unknown").text("speech");
  }

  private Answer settle(String speech, Map<String, Object> how) {
    return company.admin().post("speeches/" + speech + "/settlement", how);
  }

  private static Map<String, Object> charged(String amount) {
    return Map.of(
        "charged",
        true,
        "billed",
        Map.of("amount", amount, "currency", "CNY"),
        "reason",
        "Line 17 of the bill.");
  }

  private static Map<String, Object> notCharged() {
    return Map.of("charged", false, "reason", "Not on the bill.");
  }

  private List<String> unsettled() {
    return company.admin().get("unsettled-speeches?limit=200").expect(200).items().stream()
        .map(speech -> speech.path("id").asText())
        .toList();
  }

  private void owner(String statement) throws SQLException {
    try (Connection database = timbre.database().asOwner().getConnection();
        var command = database.createStatement()) {
      command.execute(statement);
    }
  }
}
