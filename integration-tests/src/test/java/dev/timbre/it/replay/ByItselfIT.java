package dev.timbre.it.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.replay.Mailbox.Moment;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.it.system.ServerTimers;
import dev.timbre.sandbox.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the server does as time goes by: it mails through a server with moods, speaks of budgets
 * month by month, and compares accounts each night.
 */
class ByItselfIT {

  /** 20 characters; held are 0.014 CNY, and billed half of it. */
  private static final String TEXT = "Guten Abend zusammen";

  private static Mailbox mailbox;
  private static RunningTimbre timbre;

  private Company company;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    mailbox = new Mailbox(Ports.claim(0, "the mail server", "port"));
    timbre =
        RunningTimbre.start(
            Path.of(System.getProperty("timbre.it.directory")).resolve("by-itself"),
            (config, provider) ->
                config
                    .withProperty("timbre.platform.clock.file", provider.clockFile().toString())
                    .withProperty("timbre.voice.reconciliation.at", "03:00")
                    .withProperty("timbre.mail.host", "127.0.0.1")
                    .withProperty("timbre.mail.port", Integer.toString(mailbox.port()))
                    .withProperty("timbre.notice.mail.from", "timbre@example.org"));
  }

  @AfterAll
  static void stop() throws IOException {
    timbre.close();
    mailbox.close();
  }

  @BeforeEach
  void aCompany() {
    company = Company.founded(timbre.admin());
  }

  /** Gives somebody an address, and answers it. */
  private static String mailboxOf(Company.Person person) {
    Timbre admin = timbre.admin();
    String address = "p" + person.id().substring(24) + "@example.org";
    String tag = admin.get("people/" + person.id()).expect(200).tag();
    admin.ifMatch(tag).patch("people/" + person.id(), Map.of("email", address)).expect(200);
    return address;
  }

  /** The approver is told that a voice waits for them; what becomes of that mail. */
  private JsonNode mailed() throws SQLException {
    VoiceCase voice = company.aDraftVoice(timbre.provider()).submitted();
    List<String> works =
        column(
            "select o.id from operation o join notice_addressee a on a.id = o.subject_id"
                + " join notice n on n.id = a.notice_id"
                + " where o.kind = 'notice-mail' and n.subject_id = ?::uuid",
            voice.id());
    assertThat(works).hasSize(1);
    return await()
        .atMost(Replay.PATIENCE)
        .until(
            () -> timbre.admin().get("operations/" + works.get(0)).expect(200).json(),
            work -> work.has("finishedAt"));
  }

  @Test
  void addressThatTheServerTakesLater_isTriedAgainAndGetsTheMailOnce() throws SQLException {
    String address = mailboxOf(company.approver());
    mailbox.refuse(address, Moment.RECIPIENT, 451);
    mailbox.refuse(address, Moment.RECIPIENT, 450);

    JsonNode work = mailed();

    assertThat(work.path("state").asText()).isEqualTo("succeeded");
    assertThat(work.path("attempts").asInt()).isEqualTo(3);
    assertThat(mailbox.times(address)).isEqualTo(3);
    assertThat(mailbox.taken(address)).isOne();
  }

  @Test
  void mailThatTheServerTakesLater_isSentAgainAndArrivesOnce() throws SQLException {
    String address = mailboxOf(company.approver());
    mailbox.refuse(address, Moment.END, 451);

    JsonNode work = mailed();

    assertThat(work.path("state").asText()).isEqualTo("succeeded");
    assertThat(work.path("attempts").asInt()).isEqualTo(2);
    assertThat(mailbox.taken(address)).isOne();
  }

  @Test
  void addressThatTheServerNeverTakes_isTriedOnceAndShownAsFailed() throws SQLException {
    String address = mailboxOf(company.approver());
    mailbox.refuse(address, Moment.RECIPIENT, 550);

    JsonNode work = mailed();

    assertThat(work.path("state").asText()).isEqualTo("failed");
    assertThat(work.path("attempts").asInt()).isOne();
    assertThat(work.path("detail").asText())
        .isEqualTo("The mail server refuses the address.")
        .doesNotContain(address);
    settle();
    assertThat(mailbox.times(address)).isOne();
    assertThat(mailbox.taken(address)).isZero();
    // what nobody could be mailed stands on the console
    assertThat(company.approver().calls().get("notices").expect(200).items()).hasSize(1);
  }

  /** Of two budgets one has its midnight 14 hours before the other. */
  @Test
  void budgets_speakOncePerThresholdInEachMonthOfTheirZone() throws SQLException {
    VoiceCase voice = company.aDraftVoice(timbre.provider()).spoken(company.client("100"));
    String address = mailboxOf(company.person("admin", null));
    Company.Client client = company.client("0.028");
    String brand = budgetOfTheBrand("0.014", "Pacific/Kiritimati");
    YearMonth month = YearMonth.from(now().atZone(ZoneOffset.UTC)).plusMonths(1);
    Instant turn = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    advanceTo(turn.minus(Duration.ofHours(15)));
    voice.speak(client, TEXT).expect(200);
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    awaitAnnounced(brand, month + ":100", month + ":50");
    assertThat(announced(client.budget())).isEmpty();

    advanceTo(turn.minus(Duration.ofHours(13)));
    YearMonth next = month.plusMonths(1);
    voice.speak(client, TEXT).expect(200);
    awaitAnnounced(brand, month + ":100", month + ":50", next + ":50");
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    awaitAnnounced(brand, month + ":100", month + ":50", next + ":100", next + ":50");
    // where it is still the old month, both speeches count together
    awaitAnnounced(client.budget(), month + ":50");

    settle();
    assertThat(mailbox.subjectsTo(address)).hasSize(5);
    assertThat(mailbox.taken(address)).isEqualTo(5);
  }

  @Test
  void nightlyComparison_isOrderedOnceWhenItIsDue() throws SQLException {
    String account =
        timbre.admin().get("provider-accounts").expect(200).items().get(0).path("id").asText();
    Instant due = now().atZone(ZoneOffset.UTC).with(LocalTime.of(3, 0)).plusDays(1).toInstant();
    advanceTo(due.minus(Duration.ofMinutes(5)));
    settle();
    int before = comparisons(account).size();

    advanceTo(due.plus(Duration.ofMinutes(1)));

    await()
        .atMost(Replay.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(comparisons(account)).hasSize(before + 1).allMatch("SUCCEEDED"::equals));
    try (ServerTimers timers = ServerTimers.of(timbre)) {
      timers.fire("NightlyReconciliation");
    }
    assertThat(comparisons(account)).hasSize(before + 1);
  }

  private static List<String> comparisons(String account) throws SQLException {
    return column(
        "select state from operation where kind = 'reconciliation' and subject_id = ?::uuid",
        account);
  }

  private String budgetOfTheBrand(String limit, String zone) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("brand", company.brand());
    wanted.put("zone", zone);
    wanted.put("limit", Map.of("amount", limit, "currency", "CNY"));
    return timbre.admin().post("budgets", wanted).expect(201).id();
  }

  private static void awaitAnnounced(String budget, String... thresholds) {
    await()
        .atMost(Replay.PATIENCE)
        .untilAsserted(() -> assertThat(announced(budget)).containsExactly(thresholds));
  }

  /** Periods with thresholds, in alphabetical order. */
  private static List<String> announced(String budget) throws SQLException {
    return column(
        "select substring(key from 45) k from notice where subject_id = ?::uuid order by k",
        budget);
  }

  private static void settle() {
    DurableWork.awaitRest(timbre, ByItselfIT::now, Replay.PATIENCE);
  }

  private static void advanceTo(Instant instant) {
    settle();
    timbre.provider().advance(Duration.between(now(), instant));
  }

  /** On the clock that Timbre and the provider share. */
  private static Instant now() {
    try {
      Path clock = timbre.provider().clockFile();
      return Files.exists(clock)
          ? Instant.now().plus(Duration.parse(Files.readString(clock).strip()))
          : Instant.now();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> column(String query, String id) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        PreparedStatement statement = owner.prepareStatement(query)) {
      statement.setString(1, id);
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
