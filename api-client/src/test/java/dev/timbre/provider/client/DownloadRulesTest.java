package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "*.", "*.*.example", "https://oss.example", ".example"})
  void patternThatAllowsTooMuchOrNothing_isRefused(String pattern) {
    assertThatThrownBy(
            () -> new DownloadRules(List.of(pattern), false, 1000, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern);
  }
}
