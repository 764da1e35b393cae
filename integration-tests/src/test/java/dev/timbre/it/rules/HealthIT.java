package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Health is public: it must neither tell strangers much nor let them take the database. */
@OnRunningTimbre
class HealthIT {

  /** More than the database has connections for. */
  private static final int STRANGERS = 80;

  private final Timbre stranger;
  private final Timbre admin;

  HealthIT(RunningTimbre timbre) {
    this.stranger = timbre.anybody();
    this.admin = timbre.admin();
  }

  @Test
  void manyAskingAtOnce_takeNoConnectionFromOthers() {
    assertThat(Together.times(STRANGERS, i -> stranger.get("/health/ready").status()))
        .containsOnly(200);
    admin.get("voices").expect(200);
  }

  @Test
  void stranger_isToldWhichCheckFailsAndNoMore() {
    Answer ready = stranger.get("/health/ready").expect(200);
    assertThat(ready.text("status")).isEqualTo("UP");
    Set<String> told = new TreeSet<>();
    for (JsonNode check : ready.json().path("checks")) {
      check.fieldNames().forEachRemaining(told::add);
    }
    assertThat(told).containsExactly("name", "status");
  }
}
