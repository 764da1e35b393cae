package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.InvalidRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollPaceTest {

  @Test
  void pace_hasTheProvidersLimit() {
    assertThatThrownBy(() -> new PollPace(Duration.ofMillis(99), Duration.ofHours(1)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("every")
        .hasMessageContaining("PT0.099S");
    assertThatThrownBy(() -> new PollPace(Duration.ofMillis(100), Duration.ZERO))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("atMost");
  }
}
