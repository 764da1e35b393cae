package dev.timbre.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.ApiKey;
import dev.timbre.provider.client.doctor.Diagnosis;
import dev.timbre.provider.client.doctor.KeyDoctor;
import dev.timbre.provider.client.doctor.KeyReport;
import dev.timbre.provider.client.doctor.Place;
import dev.timbre.provider.client.doctor.Verdict;
import dev.timbre.sandbox.SandboxConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor finds where a key belongs among two regions and three gateways. */
class KeySearchTest {

  @RegisterExtension static final RunningSandbox HERE = new RunningSandbox();
  @RegisterExtension static final RunningSandbox ABROAD = new RunningSandbox();

  private static final String KEY_ABROAD = "sk-api-abroad-only";
  private static final String PLAN_KEY_ABROAD = "sk-cp-abroad-only";
  private static final String GROUP_ABROAD = "1700000000000000007";

  @BeforeEach
  void openAnAccountAbroad() {
    abroad("");
  }

  private static void abroad(String more) {
    ABROAD.account(
        "{\"name\":\"abroad\",\"keys\":[\""
            + KEY_ABROAD
            + "\",\""
            + PLAN_KEY_ABROAD
            + "\"],\"groupId\":\""
            + GROUP_ABROAD
            + "\""
            + more
            + "}");
  }

  private static List<Place> everywhere() {
    Place abroad = Seller.MINIMAX.at(ABROAD);
    return Stream.concat(
            Stream.of(Seller.values()).map(seller -> seller.at(HERE)),
            Stream.of(new Place("ABROAD", abroad.base(), abroad.dialect())))
        .toList();
  }

  private static KeyReport examine(String key, Optional<String> group, boolean cloning) {
    return new KeyDoctor(Seller.timeouts())
        .examine(new KeyDoctor.Question(ApiKey.of(key), group, everywhere(), cloning));
  }

  private static Map<String, Diagnosis> byPlace(KeyReport report) {
    return report.diagnoses().stream()
        .collect(Collectors.toMap(each -> each.place().name(), Function.identity()));
  }

  private static void assertNoOtherTakesIt(KeyReport report, String place) {
    assertThat(report.diagnoses())
        .filteredOn(each -> !each.place().name().equals(place))
        .allSatisfy(
            each -> {
              assertThat(each.verdict().takesKey()).isFalse();
              assertThat(each.explanation()).isNotBlank();
            });
    assertThat(report.toString()).doesNotContain("-only").doesNotContain("sk-sandbox");
  }

  @ParameterizedTest
  @EnumSource
  void everyKey_isFoundWhereItBelongs(Seller seller) {
    KeyReport report = examine(seller.key(), Optional.empty(), true);

    if (seller == Seller.MINIMAX) {
      // the account demo is there in both regions
      assertThat(report.diagnoses())
          .filteredOn(each -> each.verdict() == Verdict.FITS)
          .extracting(each -> each.place().name())
          .containsExactly("MINIMAX", "ABROAD");
    } else {
      assertThat(report.best().get().place().name()).isEqualTo(seller.name());
      assertThat(report.best().get().verdict()).isEqualTo(Verdict.FITS);
      assertNoOtherTakesIt(report, seller.name());
    }
  }

  @Test
  void keyOfAnotherRegion_isUnknownHere() {
    KeyReport report = examine(KEY_ABROAD, Optional.empty(), true);

    assertThat(report.best().get().place().name()).isEqualTo("ABROAD");
    assertThat(byPlace(report).get("MINIMAX").verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
    assertThat(byPlace(report).get("MINIMAX").code().get().number()).isEqualTo(2049);
    assertThat(byPlace(report).get("MINIMAX").explanation()).contains("region");
    assertThat(byPlace(report).get("AIPING").code().get().number()).isEqualTo(1004);
    assertNoOtherTakesIt(report, "ABROAD");
  }

  @Test
  void groupOfAnotherAccount_isToldFromABadKey() {
    ABROAD.settings("{\"checkGroupId\":true}");

    KeyReport wrong = examine(KEY_ABROAD, Optional.of("1700000000000000001"), false);
    KeyReport right = examine(KEY_ABROAD, Optional.of(GROUP_ABROAD), false);

    assertThat(byPlace(wrong).get("ABROAD").verdict()).isEqualTo(Verdict.WRONG_GROUP);
    assertThat(byPlace(wrong).get("ABROAD").code().get().number()).isEqualTo(1004);
    assertThat(byPlace(right).get("ABROAD").verdict()).isEqualTo(Verdict.FITS);
  }

  @Test
  void accountThatMayNotClone_isFoundOut() {
    abroad(",\"cloningAllowed\":false");

    KeyReport report = examine(KEY_ABROAD, Optional.empty(), true);

    assertThat(report.best().get().verdict()).isEqualTo(Verdict.MAY_NOT_CLONE);
    assertThat(report.best().get().code().get().number()).isEqualTo(2038);
  }

  @Test
  void moneyOnTheOtherPurse_isPointedOut() {
    abroad(",\"balance\":\"20\",\"planBalance\":\"0\"");

    KeyReport plan = examine(PLAN_KEY_ABROAD, Optional.empty(), false);
    abroad(",\"balance\":\"0\",\"planBalance\":\"20\"");
    KeyReport balance = examine(KEY_ABROAD, Optional.empty(), false);

    assertThat(plan.best().get().verdict()).isEqualTo(Verdict.NO_MONEY);
    assertThat(plan.best().get().explanation()).contains("1008").contains("sk-api-");
    assertThat(balance.best().get().verdict()).isEqualTo(Verdict.NO_MONEY);
    assertThat(balance.best().get().explanation()).contains("1008").contains("sk-cp-");
  }

  @Test
  void keyOfNobody_fitsNowhere() {
    KeyReport report = examine(SandboxConfig.DEMO_KEY + "x", Optional.empty(), true);

    assertThat(report.best()).isEmpty();
  }
}
