package dev.timbre.speech.faces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.TerritoryGroup;
import dev.timbre.audit.entity.Actor;
import dev.timbre.speech.entity.LabellingPolicy;
import dev.timbre.speech.entity.Unlabelled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyRowTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private static LabellingPolicy policy(UUID brand, String territory, boolean audible) {
    return new LabellingPolicy(
        NOW,
        Actor.SYSTEM,
        new LabellingPolicy.Reach(brand, territory, NOW, null),
        new LabellingPolicy.Demand(audible, true, Unlabelled.REPORT),
        "A rule.");
  }

  private static List<LabellingPolicy> union(UUID brand) {
    return TerritoryGroup.EU.members().stream()
        .sorted()
        .map(country -> policy(brand, country, false))
        .toList();
  }

  @Test
  void countriesOfAGroup_areOneRowWhereTheySayTheSame() {
    List<LabellingPolicy> policies = new ArrayList<>(union(null));
    policies.add(3, policy(null, "CN", true));

    List<PolicyRow> rows = PolicyRow.of(policies);

    assertThat(rows).extracting(PolicyRow::getTerritory).containsExactly("EU", "CN");
    assertThat(rows.get(0).isGroup()).isTrue();
    assertThat(rows.get(0).getTerritories()).hasSize(27);
    assertThat(rows.get(1).isGroup()).isFalse();
  }

  @Test
  void countryThatSaysSomethingElse_hasARowOfItsOwn() {
    List<LabellingPolicy> policies = new ArrayList<>(union(null));
    policies.removeIf(policy -> policy.getTerritory().equals("FR"));
    policies.add(policy(null, "FR", true));

    List<PolicyRow> rows = PolicyRow.of(policies);

    assertThat(rows).extracting(PolicyRow::getTerritory).containsExactly("EU", "FR");
    assertThat(rows.get(0).getTerritories()).hasSize(26).doesNotContain("FR");
  }

  private static PolicyRow row(String territory, String from, String until) {
    LabellingPolicy policy =
        new LabellingPolicy(
            NOW,
            Actor.SYSTEM,
            new LabellingPolicy.Reach(
                null, territory, Instant.parse(from), until == null ? null : Instant.parse(until)),
            new LabellingPolicy.Demand(true, true, Unlabelled.REPORT),
            null);
    return PolicyRow.of(List.of(policy)).get(0);
  }

  @Test
  void days_areThoseOfTheTerritory() {
    PolicyRow china = row("CN", "2025-08-31T16:00:00Z", "2026-08-31T16:00:00Z");

    assertThat(china.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(china.getFirstDay()).isEqualTo(LocalDate.of(2025, 9, 1));
    assertThat(china.getLastDay()).isEqualTo(LocalDate.of(2026, 8, 31));
  }

  @Test
  void momentInTheMiddleOfADay_isNoDay() {
    PolicyRow portugal = row("PT", "2026-08-01T22:00:00Z", null);

    assertThat(portugal.getFirstDay()).isNull();
    assertThat(portugal.getLastDay()).isNull();
    assertThat(row("BE", "2026-08-01T22:00:00Z", null).getFirstDay())
        .isEqualTo(LocalDate.of(2026, 8, 2));
  }

  @Test
  void groupHasTheDaysOfItsOwnClock() {
    assertThat(PolicyRow.of(union(null)).get(0).getZone()).isEqualTo(ZoneId.of("Europe/Brussels"));
  }

  @Test
  void brands_areNotMixed() {
    List<LabellingPolicy> policies = new ArrayList<>(union(null));
    policies.addAll(union(UUID.randomUUID()));

    assertThat(PolicyRow.of(policies))
        .extracting(PolicyRow::getTerritory)
        .containsExactly("EU", "EU");
  }

  @Test
  void territoriesOfNoGroup_areNeverGathered() {
    assertThat(PolicyRow.of(List.of(policy(null, "CN", true), policy(null, "CN", true))))
        .extracting(PolicyRow::getTerritory)
        .containsExactly("CN", "CN");
  }
}
