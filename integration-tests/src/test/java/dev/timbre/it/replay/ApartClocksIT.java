package dev.timbre.it.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deadlines where our clock and the provider's come apart by minutes while a clone waits. The
 * provider drops an unused clone 168 hours after it made it, on its clock.
 */
class ApartClocksIT {

  /** Longer than two rounds of any guard. */
  private static final Duration ROUNDS = Duration.ofSeconds(25);

  private static ApartClocks clocks;

  private Company company;
  private Timbre approver;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    clocks = new ApartClocks(Path.of(System.getProperty("timbre.it.directory")).resolve("apart"));
  }

  @AfterAll
  static void stop() throws IOException {
    clocks.close();
  }

  @BeforeEach
  void aCompany() {
    clocks.disagree(Duration.ZERO);
    company = Company.founded(clocks.timbre().admin());
    approver = company.approver().calls();
  }

  private VoiceCase aLiveVoice() {
    return company.aDraftVoice(clocks.timbre().provider()).live();
  }

  private static String clone(VoiceCase voice) {
    return voice.newestClone().path("id").asText();
  }

  /** Whole hours that reminders named, in the order they came; each notice counts once. */
  private static List<Integer> reminders(String clone) {
    return clocks.hook().about(clone).stream()
        .filter(post -> post.body().path("type").asText().equals("clone.deadline"))
        .map(post -> post.body().path("data").path("values").path("hours").asInt())
        .toList();
  }

  private static void awaitReminders(String clone, Integer... hours) {
    await()
        .atMost(Replay.PATIENCE)
        .untilAsserted(() -> assertThat(reminders(clone)).containsExactly(hours));
  }

  private static long lapses(String clone) {
    return clocks.hook().about(clone).stream()
        .filter(post -> post.body().path("type").asText().equals("clone.lapsed"))
        .count();
  }

  private static String atProvider(VoiceCase voice) {
    return clocks.timbre().provider().voices(voice.providerVoiceId()).get(0).path("state").asText();
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 5})
  void clocksThatComeApart_remindOnceEachAndActivateInTheLastMinute(int minutesAhead) {
    VoiceCase voice = aLiveVoice();
    String clone = clone(voice);
    Instant deadline = Replay.deadline(voice.newestClone());
    clocks.advanceTo(hours(95), deadline);
    awaitReminders(clone, 96);
    clocks.disagree(Duration.ofMinutes(minutesAhead));
    clocks.advanceTo(hours(47), deadline);
    awaitReminders(clone, 96, 48);
    clocks.advanceTo(hours(23), deadline);
    awaitReminders(clone, 96, 48, 24);
    clocks.advanceTo(hours(5), deadline);
    awaitReminders(clone, 96, 48, 24, 6);

    clocks.advanceTo(Duration.ofMinutes(2), deadline);
    approver.post("clones/" + clone + "/activation").expect(200);

    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");
    assertThat(voice.ledger().fees()).isOne();
    assertThat(reminders(clone)).containsExactly(96, 48, 24, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 5})
  void policyThatActivatesInTheLastHour_findsTheCloneAlive(int minutesAhead) {
    VoiceCase voice = aLiveVoice();
    Map<String, Object> policy =
        Map.of("action", "activate", "remindHours", List.of(), "activateHours", 1);
    approver.ifMatch("*").put("brands/" + company.brand() + "/deadline-policy", policy).expect(200);
    Instant deadline = Replay.deadline(voice.newestClone());
    clocks.advanceTo(hours(2), deadline);
    clocks.disagree(Duration.ofMinutes(minutesAhead));

    clocks.advanceTo(Duration.ofMinutes(55), deadline);

    voice.awaitClone("permanent");
    assertThat(voice.ledger().fees()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 5})
  void unusedClone_isWrittenOffByItselfAndNeverBeforeTheProviderDroppedIt(int minutesAhead) {
    VoiceCase voice = aLiveVoice();
    String clone = clone(voice);
    Instant deadline = Replay.deadline(voice.newestClone());
    clocks.disagree(Duration.ofMinutes(minutesAhead));
    clocks.advanceTo(Duration.ofMinutes(-115), deadline);
    await().during(ROUNDS).atMost(ROUNDS.multipliedBy(2)).until(() -> lapses(clone) == 0);
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("provisional");
    approver.post("clones/" + clone + "/lapse", Map.of()).refusedWith(409, "deadline-over");

    clocks.advanceTo(Duration.ofMinutes(-121), deadline);

    voice.awaitClone("lapsed");
    assertThat(atProvider(voice)).isEqualTo("LAPSED");
    await().atMost(Replay.PATIENCE).until(() -> lapses(clone) == 1);
    assertThat(voice.speak(company.client("10"), "Guten Tag.").status()).isEqualTo(409);
    assertThat(voice.ledger().fees()).isZero();
    assertThat(lapses(clone)).isOne();
  }

  @Test
  void cloneThatTheProviderDroppedBeforeWeExpectIt_isAnsweredClearlyAndLapsesAtOnce() {
    VoiceCase voice = aLiveVoice();
    String clone = clone(voice);
    Instant deadline = Replay.deadline(voice.newestClone());
    clocks.disagree(Duration.ofMinutes(-5));
    // 167 h 57 min on our clock, 168 h 2 min on theirs
    clocks.advanceTo(Duration.ofMinutes(-57), deadline);
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("provisional");

    Answer refused = approver.post("clones/" + clone + "/activation").expect(502);

    assertThat(refused.json().path("provider").path("code").asText()).isEqualTo("2054");
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("lapsed");
    await().atMost(Replay.PATIENCE).until(() -> lapses(clone) == 1);
    assertThat(voice.ledger().fees()).isZero();
    JsonNode decision =
        approver.get("clone-decisions?brand=" + company.brand()).expect(200).items().get(0);
    assertThat(decision.path("state").asText()).isEqualTo("failed");
    approver.post("clones/" + clone + "/lapse", Map.of()).refusedWith(409, "clone-not-provisional");
  }

  @Test
  void clockThatIsSetBackAndForth_repeatsNoReminder() {
    VoiceCase voice = aLiveVoice();
    String clone = clone(voice);
    clocks.advanceTo(Duration.ofMinutes(47 * 60 + 58), Replay.deadline(voice.newestClone()));
    awaitReminders(clone, 48);

    clocks.settle();
    clocks.moveOurs(Duration.ofMinutes(-5));
    await().during(ROUNDS).atMost(ROUNDS.multipliedBy(2)).until(() -> onlyOnce(clone));
    clocks.moveOurs(Duration.ofMinutes(5));
    await().during(ROUNDS).atMost(ROUNDS.multipliedBy(2)).until(() -> onlyOnce(clone));
  }

  /** Set back behind the second reminder, the first one may be due; neither comes twice. */
  private static boolean onlyOnce(String clone) {
    List<Integer> came = reminders(clone);
    return came.stream().distinct().count() == came.size() && came.contains(48);
  }

  @Test
  void postThatTheReceiverRefused_isShownAndSentAgain() {
    clocks.settle();
    clocks.hook().refuseNext(1);
    VoiceCase voice = company.aDraftVoice(clocks.timbre().provider()).submitted();
    await().atMost(Replay.PATIENCE).until(() -> clocks.hook().times(voice.id()) == 1);
    Timbre admin = clocks.timbre().admin();
    String webhook = admin.get("webhooks").expect(200).items().get(0).path("id").asText();
    String list = "webhooks/" + webhook + "/deliveries";
    JsonNode newest =
        await()
            .atMost(Replay.PATIENCE)
            .until(
                () -> admin.get(list + "?limit=1").expect(200).items().get(0),
                delivery -> delivery.path("state").asText().equals("succeeded"));
    assertThat(newest.path("kind").asText()).isEqualTo("approval.asked");
    assertThat(newest.path("attempts").asInt()).isEqualTo(2);
    assertThat(newest.path("answer").asText()).contains("204");
    assertThat(newest.has("nextAttemptAt")).isFalse();
    String delivery = "webhook-deliveries/" + newest.path("id").asText();
    company.curator().calls().post(delivery + "/repetition").refusedWith(403, "role-missing");

    Timbre once = admin.repeatable("again-" + newest.path("id").asText());
    once.post(delivery + "/repetition").expect(202);
    once.post(delivery + "/repetition").expect(202);

    await().atMost(Replay.PATIENCE).until(() -> clocks.hook().times(voice.id()) == 2);
    assertThat(clocks.hook().about(voice.id())).hasSize(1);
    assertThat(admin.get(list + "?limit=1").items().get(0).path("id")).isEqualTo(newest.path("id"));
    clocks.settle();
    assertThat(clocks.hook().times(voice.id())).isEqualTo(2);
  }
}
