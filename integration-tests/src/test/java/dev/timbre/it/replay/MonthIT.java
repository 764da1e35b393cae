package dev.timbre.it.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clones at their deadlines, on two nodes that look at the same clock and the same database. */
class MonthIT {

  private static final Duration PATIENCE = Replay.PATIENCE;

  private static Replay replay;

  private Company company;
  private Timbre approver;
  private String mailbox;

  @BeforeAll
  static void startTwoNodes() throws IOException, InterruptedException {
    replay = new Replay(Path.of(System.getProperty("timbre.it.directory")).resolve("replay"));
  }

  @AfterAll
  static void stop() throws IOException {
    replay.close();
  }

  @BeforeEach
  void aCompany() {
    company = Company.founded(replay.timbre().admin());
    approver = company.approver().calls();
    mailbox = replay.mailboxOf(company.approver().id());
  }

  @Test
  void monthOfACompany_remindsOnceEachLapsesReclonesActivatesAndSpeaks() throws Exception {
    VoiceCase voice = aClonedVoice();
    replay.assertBothWarn();
    isRemindedOf(voice);
    lapsesWhileNobodyLooks(voice);
    JsonNode second = isClonedAgain(voice);
    isActivatedByPolicy(voice, second);
    speaksInThisMonthAndTheNext(voice);
    assertToldExactlyOnce();
  }

  /** Four reminders are configured; while nobody looks one of them is missed, and stays so. */
  private void isRemindedOf(VoiceCase voice) throws Exception {
    Instant deadline = Replay.deadline(voice.newestClone());
    replay.advanceTo(hours(97), deadline);
    replay.advanceTo(hours(95), deadline);
    awaitReminders(voice, 96);

    replay.settle();
    replay.kill();
    replay.timbre().provider().advance(hours(72));
    replay.startAgain();
    awaitReminders(voice, 96, 24);

    // the receiver is away for a while
    replay.hook().refuseNext(2);
    replay.advanceTo(hours(5), deadline);
    awaitReminders(voice, 96, 24, 6);
  }

  /** Both nodes are down over the deadline, and find out when they come back. */
  private void lapsesWhileNobodyLooks(VoiceCase voice) throws Exception {
    replay.settle();
    replay.kill();
    replay.timbre().provider().advance(hours(8));
    replay.startAgain();
    awaitNotices(
        clone(voice), "clone.deadline", "clone.deadline", "clone.deadline", "clone.lapsed");
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("lapsed");
    assertThat(voice.ledger().fees()).isZero();
  }

  private JsonNode isClonedAgain(VoiceCase voice) {
    JsonNode lapsed = voice.newestClone();
    approver.post("voices/" + voice.alias() + "/clones", Map.of()).expect(202);
    JsonNode second = voice.awaitClone("provisional");
    assertThat(second.path("id")).isNotEqualTo(lapsed.path("id"));
    assertThat(second.path("providerVoiceId")).isNotEqualTo(lapsed.path("providerVoiceId"));
    JsonNode decision = decisions("reclone").get(0);
    assertThat(decision.path("clone")).isEqualTo(lapsed.path("id"));
    assertThat(decision.path("successor")).isEqualTo(second.path("id"));
    voice.decision(approver, "acceptance").expect(200);
    return second;
  }

  private void isActivatedByPolicy(VoiceCase voice, JsonNode second) {
    choosePolicy("activate", List.of(), 12);
    replay.advanceTo(hours(11), Replay.deadline(second));
    awaitNotices(second.path("id").asText(), "clone.activated");
    assertThat(voice.awaitClone("permanent").path("id")).isEqualTo(second.path("id"));
    JsonNode activation = decisions("activate").get(0);
    assertThat(activation.path("byPolicy").asBoolean()).isTrue();
    assertThat(activation.path("decider").asText()).isEqualTo("system");
    assertThat(activation.path("state").asText()).isEqualTo("done");
    assertThat(Money.amount(activation.path("cost")))
        .isLessThanOrEqualTo(Money.amount(activation.path("fee")));
    assertThat(voice.ledger().fees()).isOne();
  }

  private void speaksInThisMonthAndTheNext(VoiceCase voice) {
    Company.Client client = company.client("100");
    voice.speak(client, "Guten Abend.").expect(200);
    assertThat(voice.ledger().fees()).isOne();
    assertThat(Money.spent(client.month())).isPositive();
    replay.advance(Duration.ofDays(31));
    assertThat(Money.spent(client.month())).isZero();
    voice.speak(client, "Guten Abend.").expect(200);
    assertThat(Money.spent(client.month())).isPositive();
  }

  @Test
  void budgetThatRefusesAnActivation_isToldOnceAndTriedAgainWhenThereIsMoney() {
    VoiceCase voice = aClonedVoice();
    choosePolicy("activate", List.of(), 24);
    limitConsoleTo("0");
    try {
      replay.advanceTo(hours(23), Replay.deadline(voice.newestClone()));
      awaitNotices(clone(voice), "activation.refused");
      assertThat(decisions("activate"))
          .singleElement()
          .satisfies(
              decision -> {
                assertThat(decision.path("state").asText()).isEqualTo("pending");
                assertThat(decision.path("reason").asText()).isEqualTo("budget-exhausted");
              });
      assertThat(voice.newestClone().path("state").asText()).isEqualTo("provisional");
      assertThat(voice.ledger().fees()).isZero();

      replay.advance(Duration.ofMinutes(6));
      assertThat(voice.audit(clone(voice)).stream().filter(e -> e.contains("budget-exhausted")))
          .isNotEmpty();
    } finally {
      limitConsoleTo("1000");
    }
    replay.timbre().provider().advance(Duration.ofMinutes(6));
    awaitNotices(clone(voice), "activation.refused", "clone.activated");
    assertThat(voice.ledger().fees()).isOne();
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");
    assertToldExactlyOnce();
  }

  @Test
  void cloneThatAPersonLetsLapse_remindsNobodyAndIsNotActivated() {
    VoiceCase voice = aClonedVoice();
    VoiceCase other = aClonedVoice();
    choosePolicy("activate", List.of(96, 6), 12);
    JsonNode decision =
        approver.post("clones/" + clone(voice) + "/lapse", Map.of()).expect(200).json();
    assertThat(decision.path("state").asText()).isEqualTo("pending");
    approver
        .post("clones/" + clone(voice) + "/lapse", Map.of())
        .expect(200); // says it anew, and the earlier one is overtaken

    replay.advanceTo(hours(5), Replay.deadline(other.newestClone()));
    // what happens to the other shows that the guard has been round
    awaitNotices(clone(other), "clone.deadline", "clone.activated");
    replay.advance(hours(8));
    awaitNotices(clone(voice), "clone.lapsed");
    assertThat(voice.ledger().fees()).isZero();
    assertThat(decisions("let_lapse"))
        .extracting(d -> d.path("state").asText())
        .containsExactlyInAnyOrder("overtaken", "done");
    approver
        .post("clones/" + clone(voice) + "/lapse", Map.of())
        .refusedWith(409, "clone-not-provisional");
  }

  private VoiceCase aClonedVoice() {
    return company.aDraftVoice(replay.timbre().provider()).cloned();
  }

  private static String clone(VoiceCase voice) {
    return voice.newestClone().path("id").asText();
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private void choosePolicy(String action, List<Integer> remindHours, int activateHours) {
    String path = "brands/" + company.brand() + "/deadline-policy";
    approver
        .ifMatch(approver.get(path).expect(200).tag())
        .put(
            path,
            Map.of("action", action, "remindHours", remindHours, "activateHours", activateHours))
        .expect(200);
  }

  private List<JsonNode> decisions(String kind) {
    return approver.get("clone-decisions?brand=" + company.brand()).expect(200).items().stream()
        .filter(decision -> decision.path("kind").asText().equals(kind))
        .toList();
  }

  /** People speak for review, and policies activate, under the console's budget. */
  private static void limitConsoleTo(String amount) {
    Timbre admin = replay.timbre().admin();
    JsonNode budget =
        admin.get("budgets").expect(200).items().stream()
            .min(Comparator.comparing(b -> b.path("id").asText()))
            .orElseThrow();
    String path = "budgets/" + budget.path("id").asText();
    Map<String, String> limit = Map.of("amount", amount, "currency", "CNY");
    admin
        .ifMatch(admin.get(path).expect(200).tag())
        .patch(path, Map.of("monthlyLimit", limit))
        .expect(200);
  }

  /** Waits until exactly these reminders came, by mail and by webhook. */
  private void awaitReminders(VoiceCase voice, Integer... hours) {
    List<String> subjects =
        List.of(hours).stream()
            .map(h -> "Voice %s: its clone is lost in %d hours or less".formatted(voice.alias(), h))
            .toList();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(mailsAboutClones()).isEqualTo(subjects));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(replay.hook().about(clone(voice)))
                    .allMatch(Hook.Post::signed)
                    .extracting(p -> p.body().at("/data/values/hours").asInt())
                    .containsExactly(hours));
  }

  private List<String> mailsAboutClones() {
    return replay.mailbox().subjectsTo(mailbox).stream()
        .filter(subject -> subject.contains("its clone"))
        .toList();
  }

  /** Waits until exactly these were posted about a clone, in this order. */
  private static void awaitNotices(String clone, String... types) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(replay.hook().about(clone))
                    .allMatch(Hook.Post::signed)
                    .extracting(p -> p.body().path("type").asText())
                    .containsExactly(types));
  }

  /** In the database there is one notice for each occasion, and each was mailed and read once. */
  private void assertToldExactlyOnce() {
    replay.settle();
    List<JsonNode> notices = approver.get("notices").expect(200).items();
    assertThat(notices)
        .extracting(n -> n.path("kind") + n.path("subject").asText() + n.path("values"))
        .doesNotHaveDuplicates();
    assertThat(mailsAboutClones())
        .hasSize(
            (int)
                notices.stream()
                    .filter(n -> n.path("kind").asText().matches("clone_.*|activation_.*"))
                    .count());
    approver.post("notices/readings").expect(200);
    assertThat(approver.get("notices?state=unread").expect(200).items()).isEmpty();
    assertThat(approver.get("notices?state=read").expect(200).items()).hasSameSizeAs(notices);
  }
}
