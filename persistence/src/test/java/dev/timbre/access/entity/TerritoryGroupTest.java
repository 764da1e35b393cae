package dev.timbre.access.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryGroupTest {

  @Test
  void members_are_territories() {
    for (TerritoryGroup group : TerritoryGroup.values()) {
      assertThat(group.members()).isNotEmpty().allMatch(code -> Territory.of(code).equals(code));
    }
    assertThat(TerritoryGroup.EU.members()).hasSize(27).contains("DE").doesNotContain("CH", "GB");
  }

  @Test
  void group_is_found_by_its_name_and_is_no_territory_itself() {
    assertThat(TerritoryGroup.named(" eu ")).contains(TerritoryGroup.EU);
    assertThatThrownBy(() -> Territory.of("eu"))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("territory-not-single"))
        .hasMessageContaining("27 countries");
  }

  @Test
  void group_means_its_countries_where_several_may_be_named() {
    assertThat(Territory.named("eu")).isEqualTo(TerritoryGroup.EU.members());
    assertThat(Territory.named(" de ")).containsExactly("DE");
    assertThat(Territory.named("world")).containsExactly("WORLD");
    assertThatThrownBy(() -> Territory.named("Atlantis")).isInstanceOf(Invalid.class);
  }

  @Test
  void countries_are_gathered_into_a_group_only_when_all_are_there() {
    Set<String> union = new HashSet<>(TerritoryGroup.EU.members());
    union.addAll(Set.of("CN", "GB"));

    assertThat(Territory.gathered(union)).containsExactly("CN", "EU", "GB");
    union.remove("MT");
    assertThat(Territory.gathered(union)).hasSize(28).doesNotContain("EU");
    assertThat(Territory.gathered(Set.of())).isEmpty();
  }

  @Test
  void every_territory_has_a_clock() {
    for (String country : Locale.getISOCountries()) {
      assertThat(ZoneId.getAvailableZoneIds())
          .as(country)
          .contains(Territory.zone(country).getId());
    }
    assertThat(Territory.zone("cn")).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(Territory.zone("US")).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(Territory.zone("EU")).isEqualTo(ZoneId.of("Europe/Brussels"));
    assertThat(Territory.zone("WORLD")).isEqualTo(ZoneId.of("UTC"));
    assertThatThrownBy(() -> Territory.zone("XX")).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "DE", "WORLD"})
  void everything_else_is_no_group(String text) {
    assertThat(TerritoryGroup.named(text)).isEmpty();
  }
}
