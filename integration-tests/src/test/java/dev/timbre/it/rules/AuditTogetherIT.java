package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change and its entry in the log commit together, or neither does. */
@OnRunningTimbre
class AuditTogetherIT {

  private final RunningTimbre timbre;
  private final Company company;

  AuditTogetherIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void logThatCannotBeWritten_stopsEveryChangeAndEveryCharge() throws Exception {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().submitted();
    VoiceCase live = timbre.aLiveVoice();
    List<String> talents = talents();
    owner("revoke insert on audit_entry from timbre");
    try {
      assertBroken(company.curator().calls().post("talents", Map.of("name", "Anna")));
      assertBroken(voice.decision(company.approver().calls(), "approval"));
      assertBroken(live.speak(client, "Hallo."));
    } finally {
      owner("grant insert on audit_entry to timbre");
    }
    assertThat(talents()).isEqualTo(talents);
    assertThat(voice.state()).isEqualTo("submitted");
    assertThat(live.ledger().speeches()).isZero();
    assertThat(client.calls().get("speeches").expect(200).items()).isEmpty();
    assertThat(client.month().path("held").path("amount").asDouble()).isZero();
    live.speak(client, "Hallo.").expect(200);
  }

  @Test
  void changeThatOnlyTheDatabaseRefuses_isRecordedAsFailed() throws Exception {
    owner("revoke insert on talent from timbre");
    String request = "broken-" + company.slug();
    Timbre curator = company.curator().calls().with("X-Request-Id", request);
    try {
      assertBroken(curator.post("talents", Map.of("name", "Anna")));
    } finally {
      owner("grant insert on talent to timbre");
    }
    assertThat(company.auditor().calls().get("audit?correlation=" + request).expect(200).items())
        .extracting(entry -> entry.path("outcome").asText())
        .containsExactly("failed");
  }

  private List<String> talents() {
    return company.curator().calls().get("talents?limit=200").expect(200).items().stream()
        .map(talent -> talent.path("id").asText())
        .toList();
  }

  private static void assertBroken(Answer answer) {
    answer.refusedWith(500, "internal-error");
    assertThat(answer.text("incident")).isNotBlank();
    assertThat(answer.body()).doesNotContain("audit_entry", "Exception", "permission");
  }

  private void owner(String statement) throws SQLException {
    try (Connection database = timbre.database().asOwner().getConnection();
        var command = database.createStatement()) {
      command.execute(statement);
    }
  }
}
