package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.timbre.it.client.Timbre;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The reader's own browser checks that an entry stands in the signed log. */
@OnRunningTimbre
@OnChromium
class ProofPageIT {

  private static final Duration SEALED = Duration.ofSeconds(60);

  private final RunningTimbre timbre;
  private final Chromium chromium;
  private final Someone auditor;

  ProofPageIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
    this.auditor = Someone.with(timbre.admin(), "Ada Prüfer", "auditor", null);
  }

  /** Somebody became an auditor, which the log has. */
  private String anEntry() {
    Timbre admin = timbre.admin();
    String entry =
        admin
            .get("audit?action=person.create&limit=1")
            .expect(200)
            .items()
            .get(0)
            .path("id")
            .asText();
    await().atMost(SEALED).until(() -> admin.get("audit/" + entry + "/proof").status() == 200);
    return entry;
  }

  @Test
  void entryThatStandsInTheLog_isProvedStepByStep() {
    String entry = anEntry();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(auditor).open("/audit-entry.xhtml?id=" + entry);
      assertThat(visit.id("proof")).hasAttribute("data-outcome", "right");
      for (String step : new String[] {"entry", "leaf", "path", "root", "signature"}) {
        assertThat(visit.id("step-" + step)).hasClass("is-right");
      }
      assertThat(visit.id("step-entry")).containsText(entry);
      visit.lookInBoth("audit-entry");
    }
  }

  @Test
  void entryThatWasChanged_isNotProved() throws SQLException {
    String entry = anEntry();
    String version = "update audit_entry set version = %d where id = '" + entry + "'";
    owner(version.formatted(1));
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(auditor).open("/audit-entry.xhtml?id=" + entry);
      assertThat(visit.id("proof")).hasAttribute("data-outcome", "wrong");
      assertThat(visit.id("step-leaf")).hasClass("is-wrong");
      visit.look("audit-entry-changed");
    } finally {
      owner(version.formatted(0));
    }
  }

  @Test
  void checkpointsKeysAndExport_areOnOnePage() {
    anEntry();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(auditor).open("/audit.xhtml").click("proofs");
      assertThat(visit.id("checkpoints")).containsText("timbre/audit");
      visit.lookInBoth("audit-proof");
    }
  }

  private void owner(String sql) throws SQLException {
    try (Connection connection = timbre.database().asOwner().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
