package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets of a client and of its brand, monthly and in total, which a speech passes together. */
@OnRunningTimbre
class SharedBudgetsIT {

  /** 20 characters; the bound of its bill is 40 units of the hd model, 0.014 CNY. */
  private static final String TEXT = "Guten Abend zusammen";

  private final RunningTimbre timbre;
  private Company company;
  private Timbre admin;
  private VoiceCase voice;

  SharedBudgetsIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeEach
  void aCompanyOfItsOwn() {
    company = Company.founded(timbre.admin());
    admin = company.admin();
    voice = company.aDraftVoice(timbre.provider()).spoken(company.client("100"));
  }

  @Test
  void twoHundredSpeakersOfTwoClients_passNoneOfTheBudgets() {
    Company.Client first = company.client("100");
    Company.Client second = company.client("0.05");
    String total = budget(Map.of("client", first.id(), "period", "total"), "0.06");
    String month = budget(Map.of("brand", company.brand()), "1000");
    String brand = budget(Map.of("brand", company.brand(), "period", "total"), "0.1");
    BigDecimal before = voice.ledger().total();

    List<Answer> answers = Together.times(200, i -> voice.speak(i % 2 == 0 ? first : second, TEXT));

    // on a slow machine some find no connection to the database in time; they may ask again
    assertThat(answers).extracting(Answer::status).contains(200, 429).isSubsetOf(200, 429, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(answer -> answer.refusedWith(429, "budget-exhausted"));
    BigDecimal charged = voice.ledger().total().subtract(before);
    assertThat(Money.spent(read(brand))).isEqualByComparingTo(charged);
    assertThat(Money.spent(read(month))).isEqualByComparingTo(charged);
    assertThat(Money.spent(read(total)).add(Money.spent(second.month())))
        .isEqualByComparingTo(charged);
    Stream.of(total, month, brand, first.budget(), second.budget())
        .map(this::read)
        .forEach(
            budget -> {
              assertThat(Money.held(budget)).isZero();
              assertThat(Money.spent(budget))
                  .isLessThanOrEqualTo(Money.amount(budget.path("limit")));
            });
  }

  @Test
  void refusalOfTheBrand_leavesTheClientsBudgetAndTellsWhoseMoneyIsMissing() {
    Company.Client client = company.client("100");
    budget(Map.of("brand", company.brand()), "0.013");

    Answer refused = voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");

    assertThat(refused.text("detail")).contains("brand's monthly 0.013 CNY");
    assertThat(Money.held(client.month())).isZero();
  }

  @Test
  void characters_areALimitOfTheirOwn() {
    Company.Client client = company.client("100");
    Map<String, Object> wanted = new HashMap<>(money("100"));
    wanted.put("brand", company.brand());
    wanted.put("limitCharacters", 50);
    String id = admin.post("budgets", wanted).expect(201).id();

    voice.speak(client, TEXT).expect(200);
    assertThat(read(id).path("spentCharacters").asInt()).isPositive();
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");

    // more money is no more characters
    change(id, money("1000"));
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    Map<String, Object> lifted = new HashMap<>(money("1000"));
    lifted.put("anyCharacters", true);
    change(id, lifted);
    voice.speak(client, TEXT).expect(200);
  }

  private void change(String id, Map<String, Object> limits) {
    String path = "budgets/" + id;
    admin.ifMatch(admin.get(path).tag()).patch(path, limits).expect(200);
  }

  @Test
  void brandsBudget_countsByTheMonthOfItsZoneAndShowsAForecast() {
    Map<String, Object> wanted = new HashMap<>(money("10"));
    wanted.put("brand", company.brand());
    wanted.put("zone", "Pacific/Kiritimati");
    String id = admin.post("budgets", wanted).expect(201).id();
    voice.speak(company.client("100"), TEXT).expect(200);

    JsonNode budget = read(id);
    assertThat(budget.path("zone").asText()).isEqualTo("Pacific/Kiritimati");
    assertThat(Money.spent(budget)).isPositive();
    assertThat(Money.amount(budget.path("forecast"))).isGreaterThanOrEqualTo(Money.spent(budget));
    assertThat(budget.has("monthlyLimit")).isTrue();
    assertThat(admin.get("budgets?brand=" + company.brand()).expect(200).items()).hasSize(1);
  }

  @Test
  void thresholds_areAnnouncedOnceEach() throws Exception {
    // a speech holds 0.014 and costs half of it
    Company.Client client = company.client("0.014");
    voice.speak(client, TEXT).expect(200);
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(announced(client.budget())).contains("50", "100"));
    assertThat(announced(client.budget())).doesNotHaveDuplicates();
  }

  private List<String> announced(String budget) throws Exception {
    try (var database = timbre.database().asOwner().getConnection();
        var query = database.prepareStatement("select key from notice where key like ?")) {
      query.setString(1, "budget:" + budget + ":%");
      var rows = query.executeQuery();
      List<String> thresholds = new ArrayList<>();
      while (rows.next()) {
        thresholds.add(rows.getString(1).replaceAll(".*:", ""));
      }
      return thresholds;
    }
  }

  private String budget(Map<String, String> of, String limit) {
    Map<String, Object> wanted = new HashMap<>(money(limit));
    wanted.putAll(of);
    return admin.post("budgets", wanted).expect(201).id();
  }

  private static Map<String, Object> money(String limit) {
    return Map.of("limit", Map.of("amount", limit, "currency", "CNY"));
  }

  private JsonNode read(String budget) {
    return admin.get("budgets/" + budget).expect(200).json();
  }
}
