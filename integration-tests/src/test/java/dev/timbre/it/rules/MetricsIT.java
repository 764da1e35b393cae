package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What those see who watch the whole company, and that nobody else does. */
@OnRunningTimbre
class MetricsIT {

  private final RunningTimbre timbre;
  private final Company company;

  MetricsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  private double measured(String line) {
    String text = timbre.admin().get("/metrics").expect(200).body();
    Matcher found = Pattern.compile("(?m)^" + Pattern.quote(line) + " (\\S+)$").matcher(text);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  @Test
  void measures_followWhatHappens() throws SQLException {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aLiveVoice();
    double spoken = measured("timbre_speeches_last_hour{state=\"spoken\"}");
    double unknown = measured("timbre_speeches_last_hour{state=\"unknown\"}");
    long old = speechesAboutAnHourOld();
    double held = measured("timbre_money_held{currency=\"CNY\"}");

    voice.speak(client, "Guten Tag.").expect(200);
    timbre.provider().next(Provider.SPEAK, Misfortune.CUT_AFTER);
    voice.speak(client, "Guten Tag.").refusedWith(502, "speech-outcome-unknown");

    assertThat(measured("timbre_speeches_last_hour{state=\"spoken\"}"))
        .isBetween(spoken + 1 - old, spoken + 1);
    assertThat(measured("timbre_speeches_last_hour{state=\"unknown\"}"))
        .isBetween(unknown + 1 - old, unknown + 1);
    assertThat(measured("timbre_money_held{currency=\"CNY\"}")).isGreaterThan(held);
  }

  /** What other tests spoke may leave the hour meanwhile. */
  private long speechesAboutAnHourOld() throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from speech where created_at between now() - interval '61 minutes'"
                    + " and now() - interval '50 minutes'")) {
      found.next();
      return found.getLong(1);
    }
  }

  @Test
  void everyMeasure_isExplained() {
    Answer answer = timbre.admin().get("/metrics").expect(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("0.0.4");
    assertThat(answer.body())
        .contains(
            "# TYPE timbre_audit_entries gauge",
            "timbre_audit_entries{state=\"unsealed\"} ",
            "# TYPE timbre_findings_open gauge",
            "# TYPE timbre_money_held gauge",
            "# TYPE timbre_speeches_last_hour gauge");
    company.auditor().calls().get("/metrics").expect(200);
  }

  @Test
  void measures_areShutToOthers() {
    assertThat(timbre.anybody().get("/metrics").expect(401).header("WWW-Authenticate"))
        .isEqualTo("Bearer");
    timbre.anybody().withKey("tk_nonsense").get("/metrics").expect(401);
    List<Timbre> others =
        List.of(
            company.curator().calls(),
            company.approver().calls(),
            company.person("auditor").calls(),
            company.client("1", "customer_service", Set.of("administration")).calls(),
            company.client("1").calls());
    for (Timbre other : others) {
      assertThat(other.get("/metrics").expect(403).body()).doesNotContain("timbre_");
    }
  }
}
