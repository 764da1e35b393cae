package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedJsonbTest {

  private final Jsonb json = new SharedJsonb().getContext(Object.class);

  /** A body like those of the resources. */
  public record Sample(UUID id, String name, Instant createdAt, MoneyBody cost, Integer none) {}

  @Test
  void bodies_areOrderedAndLeaveOutWhatIsNotThere() {
    Sample sample =
        new Sample(
            new UUID(0, 1),
            "音色",
            Instant.parse("2026-01-31T12:00:00.5Z"),
            new MoneyBody("1.50", "CNY"),
            null);

    assertThat(json.toJson(sample))
        .isEqualTo(
            "{\"cost\":{\"amount\":\"1.50\",\"currency\":\"CNY\"},"
                + "\"createdAt\":\"2026-01-31T12:00:00.500Z\","
                + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"name\":\"音色\"}");
  }

  @Test
  void unknownMembers_areIgnored() {
    assertThat(json.fromJson("{\"name\":\"x\",\"more\":[1]}", Sample.class).name()).isEqualTo("x");
  }
}
