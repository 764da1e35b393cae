package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnRunningTimbre
class BudgetIT {

  /** 20 characters; the bound of its bill is 40 units of the hd model, 0.014 CNY. */
  private static final String TEXT = "Guten Abend zusammen";

  private static final BigDecimal BOUND = new BigDecimal("0.014");

  private final RunningTimbre timbre;
  private final Company company;

  BudgetIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void manySpeakersAtTheEdge_cannotPassTheBudget() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    BigDecimal before = voice.ledger().total();
    BigDecimal limit = new BigDecimal("0.05");
    Company.Client client = company.client(limit.toPlainString());
    List<Answer> answers = Together.times(16, i -> voice.speak(client, TEXT));

    assertThat(answers).extracting(Answer::status).contains(200, 429).containsOnly(200, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(
            answer -> {
              answer.refusedWith(429, "budget-exhausted");
              assertThat(Long.parseLong(answer.header("Retry-After"))).isPositive();
            });
    long spoken = answers.stream().filter(answer -> answer.status() == 200).count();
    BigDecimal charged = voice.ledger().total().subtract(before);
    JsonNode month = client.month();
    assertThat(Money.spent(month)).isEqualByComparingTo(charged).isLessThanOrEqualTo(limit);
    assertThat(Money.held(month)).isZero();
    assertThat(voice.ledger().speeches()).isEqualTo((int) spoken + 1);
  }

  @Test
  void heldMoney_countsUntilTheBillComes() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    Company.Client client = company.client("0.03");
    Misfortune hold = timbre.provider().next(Provider.SPEAK, 2, Misfortune.HOLD_AFTER);
    List<CompletableFuture<Answer>> underWay =
        IntStream.range(0, 2)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> voice.speak(client, TEXT)))
            .toList();
    hold.awaitHeld(2);
    assertThat(Money.held(client.month())).isEqualByComparingTo(BOUND.add(BOUND));
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    hold.release();
    underWay.forEach(call -> call.join().expect(200));
    assertThat(Money.held(client.month())).isZero();
    voice.speak(client, TEXT).expect(200);
  }

  @Test
  void firstSpeech_needsTheVoiceFeeToo() {
    VoiceCase voice = timbre.aLiveVoice();
    Company.Client poor = company.client("9.9");
    voice.speak(poor, TEXT).refusedWith(429, "budget-exhausted");
    assertThat(voice.ledger().fees()).isZero();
    voice.speak(company.client("9.92"), TEXT).expect(200);
    voice.speak(poor, TEXT).expect(200);
  }

  @Test
  void raisedBudget_countsFromTheNextRequestOn() {
    VoiceCase voice = timbre.aDraftVoice().spoken(company.client("100"));
    Company.Client client = company.client("0.01");
    voice.speak(client, TEXT).refusedWith(429, "budget-exhausted");
    Timbre admin = company.admin();
    String path = "budgets/" + client.budget();
    String tag = admin.get(path).expect(200).tag();
    Map<String, Object> more = Map.of("monthlyLimit", Map.of("amount", "1", "currency", "CNY"));
    admin.ifMatch(tag).patch(path, more).expect(200);
    voice.speak(client, TEXT).expect(200);
  }

  @Test
  void foreignBudgetsAndUsage_areNotShownToAClient() {
    Company.Client mine = company.client("1");
    Company.Client other = company.client("1");
    mine.calls().get("budgets/" + other.budget()).refusedWith(403, "budget-not-yours");
    mine.calls().get("budgets?client=" + other.id()).refusedWith(403, "budget-not-yours");
    Company.Client speaker = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(speaker);
    assertThat(mine.calls().get("usage?client=" + speaker.id()).expect(200).items()).isEmpty();
    assertThat(mine.calls().get("usage?voice=" + voice.id()).expect(200).items()).isEmpty();
    assertThat(mine.calls().get("speeches?client=" + speaker.id()).expect(200).items()).isEmpty();
  }
}
