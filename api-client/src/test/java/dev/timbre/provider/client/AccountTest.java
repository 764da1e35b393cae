package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.wire.account.Balance;
import dev.timbre.provider.client.wire.account.ModelRemains;
import dev.timbre.provider.client.wire.account.PlanRemains;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @Test
  void balance_isReadDigitForDigit() {
    provider.answers(
        "{\"available_amount\":\"120.10\",\"cash_balance\":\"100.00\",\"voucher_balance\":\"20.1\","
            + "\"credit_balance\":\"0\",\"owed_amount\":\"-0.05\","
            + OK);

    Balance balance = client.account().balance();

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/account/query_balance");
    assertThat(balance.available()).contains(new BigDecimal("120.10"));
    assertThat(balance.cash()).contains(new BigDecimal("100.00"));
    assertThat(balance.voucher()).contains(new BigDecimal("20.1"));
    assertThat(balance.credit()).contains(new BigDecimal("0"));
    assertThat(balance.owed()).contains(new BigDecimal("-0.05"));
    assertThat(balance.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void balanceInNumbersAndWithGaps_isRead() {
    provider.answers(
        "{\"available_amount\":12345678901234567.89,\"cash_balance\":null,"
            + "\"voucher_balance\":\"\",\"credit_balance\":\"none\",\"currency\":\"CNY\"}");

    Balance balance = client.account().balance();

    assertThat(balance.available()).contains(new BigDecimal("12345678901234567.89"));
    assertThat(balance.cash()).isEmpty();
    assertThat(balance.voucher()).isEmpty();
    assertThat(balance.credit()).isEmpty();
    assertThat(balance.owed()).isEmpty();
  }

  @Test
  void plan_isReadModelByModel() {
    provider.answers(
        "{\"model_remains\":[{\"model_name\":\"MiniMax-M3\",\"start_time\":1790000000000,"
            + "\"end_time\":1790018000000,\"remains_time\":7200000,"
            + "\"current_interval_total_count\":1500,\"current_interval_usage_count\":300,"
            + "\"current_interval_remaining_percent\":80,\"weekly_start_time\":1789900000000,"
            + "\"weekly_end_time\":1790504800000,\"weekly_remains_time\":86400000,"
            + "\"current_weekly_total_count\":15000,\"current_weekly_usage_count\":4000,"
            + "\"current_weekly_remaining_percent\":73.5}],"
            + OK);

    PlanRemains plan = client.account().plan();

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/token_plan/remains");
    assertThat(plan.models()).hasSize(1);
    ModelRemains model = plan.models().get(0);
    assertThat(model.modelName()).isEqualTo("MiniMax-M3");
    assertThat(model.interval().start()).contains(Instant.ofEpochSecond(1_790_000_000));
    assertThat(model.interval().end()).contains(Instant.ofEpochSecond(1_790_018_000));
    assertThat(model.interval().remaining()).contains(Duration.ofHours(2));
    assertThat(model.interval().total()).hasValue(1500);
    assertThat(model.interval().usageCount()).hasValue(300);
    assertThat(model.interval().remainingPercent()).hasValue(80);
    assertThat(model.week().start()).contains(Instant.ofEpochSecond(1_789_900_000));
    assertThat(model.week().end()).contains(Instant.ofEpochSecond(1_790_504_800));
    assertThat(model.week().remaining()).contains(Duration.ofDays(1));
    assertThat(model.week().total()).hasValue(15_000);
    assertThat(model.week().usageCount()).hasValue(4000);
    assertThat(model.week().remainingPercent()).hasValue(73.5);
    assertThat(plan.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void planWithOddTypesAndGaps_isRead() {
    provider.answers(
        "{\"model_remains\":[{\"model_name\":\"general\",\"start_time\":\"1790000000000\","
            + "\"end_time\":0,\"remains_time\":null,\"current_interval_total_count\":\"1500\","
            + "\"weekly_end_time\":99999999999999999},{\"model_name\":null},7],\"plan\":\"max\"}");

    PlanRemains plan = client.account().plan();

    assertThat(plan.models()).hasSize(1);
    ModelRemains model = plan.models().get(0);
    assertThat(model.interval().start()).contains(Instant.ofEpochSecond(1_790_000_000));
    assertThat(model.interval().end()).isEmpty();
    assertThat(model.interval().remaining()).isEmpty();
    assertThat(model.interval().total()).hasValue(1500);
    assertThat(model.interval().usageCount()).isEmpty();
    assertThat(model.week().end()).isEmpty();
  }

  @Test
  void accountWithoutPlan_hasNoModels() {
    provider.answers("{\"model_remains\":null," + OK);

    assertThat(client.account().plan().models()).isEmpty();
  }
}
