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
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the provider charges from when on, and how much it lets through. */
@OnRunningTimbre
class PricesAndRatesIT {

  private static final String TEXT = "Guten Abend zusammen";

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre admin;
  private final String account;

  PricesAndRatesIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.admin = timbre.admin();
    this.account =
        admin.get("provider-accounts?limit=200").expect(200).items().stream()
            .filter(one -> one.path("preferred").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
  }

  @AfterEach
  void noRates() {
    timbre.liftRates();
  }

  @Test
  void speechUnderWay_keepsThePriceListItWasReservedBy() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    Company.Client client = company.client("100");
    int before = version();
    Misfortune hold = timbre.provider().next(Provider.SPEAK, Misfortune.HOLD_AFTER);
    CompletableFuture<Answer> underWay =
        CompletableFuture.supplyAsync(() -> voice.speak(client, TEXT));
    hold.awaitHeld();
    admin.post(path("prices"), Map.of("prices", prices("70"))).expect(201);
    try {
      hold.release();
      Answer spoken = underWay.join().expect(200);
      JsonNode usage = client.calls().get("usage").expect(200).items().get(0);
      assertThat(usage.path("priceVersion").asInt()).isEqualTo(before);
      assertThat(usage.path("speech").asText()).isEqualTo(spoken.header("Timbre-Speech"));
      assertThat(Money.amount(usage.path("amount"))).isLessThanOrEqualTo(new BigDecimal("0.014"));
      voice.speak(client, TEXT).expect(200);
      JsonNode dear = client.calls().get("usage").expect(200).items().get(0);
      assertThat(dear.path("priceVersion").asInt()).isEqualTo(before + 1);
      assertThat(Money.amount(dear.path("amount")))
          .isEqualByComparingTo(
              Money.amount(usage.path("amount")).multiply(BigDecimal.valueOf(20)));
    } finally {
      admin.post(path("prices"), Map.of("prices", prices("3.5"))).expect(201);
    }
  }

  @Test
  void activationThatCostsMoreThanWasAgreedTo_isNotMade() {
    VoiceCase voice = timbre.aClonedVoice();
    Timbre approver = company.approver().calls();
    String path = "clones/" + voice.newestClone().path("id").asText() + "/activation?atMost=";
    approver.post(path + "0.01&currency=CNY").refusedWith(409, "activation-dearer");
    approver.post(path + "100&currency=EUR").refusedWith(422, "currency-mismatch");
    assertThat(voice.ledger().fees()).isZero();
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("provisional");

    approver.post(path + "100&currency=CNY").expect(200);
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");
  }

  @Test
  void listOfTheFuture_waitsAndThePastStaysAsItWas() {
    String other =
        admin
            .post(
                "provider-accounts",
                Map.of(
                    "name",
                    "Planned",
                    "baseUrl",
                    "https://planned.example",
                    "keyReference",
                    "planned",
                    "prices",
                    prices("3.5")))
            .expect(201)
            .id();
    String lists = "provider-accounts/" + other + "/prices";
    Instant later = Instant.now().plus(Duration.ofDays(30));
    add(lists, later).expect(201);

    assertThat(admin.get("provider-accounts/" + other).json().path("priceVersion").asInt())
        .isEqualTo(1);
    add(lists, later.minusSeconds(60)).refusedWith(422, "price-list-overlap");
    add(lists, Instant.now().minusSeconds(60)).refusedWith(422, "price-list-in-the-past");
    add(lists, later).expect(201);
    List<JsonNode> all = admin.get(lists).expect(200).items();
    assertThat(all).extracting(list -> list.path("version").asInt()).containsExactly(3, 2, 1);
    assertThat(all.get(2).has("validFrom")).isFalse();
  }

  @Test
  void callsAboveTheProvidersRate_areHeldBackBeforeAnythingIsHeldOrSent() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    Company.Client client = company.client("100");
    rate(Map.of("requestsPerMinute", 20));
    int before = voice.ledger().speeches();

    List<Answer> answers = Together.times(12, i -> voice.speak(client, TEXT));

    assertThat(answers).extracting(Answer::status).contains(200, 429).containsOnly(200, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(
            answer -> {
              answer.refusedWith(429, "provider-rate");
              assertThat(Long.parseLong(answer.header("Retry-After"))).isPositive();
            });
    long spoken = answers.stream().filter(answer -> answer.status() == 200).count();
    assertThat(voice.ledger().speeches() - before).isEqualTo((int) spoken).isLessThanOrEqualTo(4);
    assertThat(client.calls().get("speeches").expect(200).items()).hasSize((int) spoken);
    assertThat(Money.held(client.month())).isZero();
  }

  @Test
  void whatIsRefusedOrRepeated_takesNothingOfTheRate() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    Company.Client client = company.client("100");
    rate(Map.of("requestsPerMinute", 1));
    Map<String, Object> foreign = Map.of("text", TEXT, "use", UUID.randomUUID());
    for (int i = 0; i < 3; i++) {
      client
          .calls()
          .post("voices/" + voice.alias() + "/speech", foreign)
          .refusedWith(422, "use-unknown");
    }

    Timbre once = client.calls().repeatable("once");
    byte[] first = voice.speak(once, TEXT).expect(200).bytes();

    assertThat(voice.speak(once, TEXT).expect(200).bytes()).isEqualTo(first);
    voice.speak(client, TEXT).refusedWith(429, "provider-rate");
  }

  @Test
  void complaintOfTheProvider_slowsEverybodyDown() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    rate(Map.of("requestsPerMinute", 6000));
    timbre.provider().next(Provider.SPEAK, 3, Misfortune.code(1002));

    voice.speak(company.client("100"), TEXT).refusedWith(502, "speech-failed");

    JsonNode rate = rates().get(0);
    assertThat(rate.path("percent").asInt()).isBetween(50, 55);
    assertThat(rate.path("throttledAt").asText()).isNotBlank();
    assertThat(rate.path("learned").asBoolean()).isFalse();
  }

  @Test
  void complaintWithoutALimit_teachesOne() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    noRates();
    // every node forgets within seconds
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              timbre.provider().next(Provider.SPEAK, 3, Misfortune.code(1002));
              voice.speak(company.client("100"), TEXT).refusedWith(502, "speech-failed");
              assertThat(rates()).isNotEmpty();
            });
    assertThat(rates().get(0).path("learned").asBoolean()).isTrue();
    voice.speak(company.client("100"), TEXT).expect(200);
  }

  private void rate(Map<String, Object> rate) {
    admin.post(path("rates/*"), rate).expect(200);
  }

  private List<JsonNode> rates() {
    return admin.get(path("rates")).expect(200).items();
  }

  private int version() {
    return admin.get(path("")).expect(200).json().path("priceVersion").asInt();
  }

  private Answer add(String lists, Instant from) {
    return admin.post(lists, Map.of("validFrom", from.toString(), "prices", prices("3")));
  }

  private static Map<String, String> prices(String hd) {
    return Map.of("currency", "CNY", "hd", hd, "turbo", "2", "voiceFee", "9.9");
  }

  private String path(String rest) {
    return ("provider-accounts/" + account + "/" + rest).replaceAll("/$", "");
  }
}
