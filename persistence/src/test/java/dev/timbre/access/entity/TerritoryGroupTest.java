package dev.timbre.access.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
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
    assertThatThrownBy(() -> Territory.of("EU")).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "DE", "WORLD"})
  void everything_else_is_no_group(String text) {
    assertThat(TerritoryGroup.named(text)).isEmpty();
  }
}
