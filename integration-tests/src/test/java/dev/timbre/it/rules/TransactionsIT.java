package dev.timbre.it.rules;

import static org.awaitility.Awaitility.await;

import dev.timbre.it.client.Answer;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.sandbox.local.LocalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** While a provider is asked, no transaction is open. */
@OnRunningTimbre
class TransactionsIT {

  private static final String OPEN =
      "select pid || ' since ' || xact_start from pg_stat_activity where usename = current_user"
          + " and pid <> pg_backend_pid() and xact_start is not null";

  /** Less than the provider is waited for. */
  private static final Duration WHILE_ASKED = Duration.ofMillis(2_800);

  private final RunningTimbre timbre;
  private final Company company;

  TransactionsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void speechUnderWay_holdsNoTransaction() throws Exception {
    VoiceCase voice = timbre.aLiveVoice();
    Misfortune hold = timbre.provider().next(Provider.SPEAK, Misfortune.HOLD_BEFORE);
    CompletableFuture<Answer> call =
        CompletableFuture.supplyAsync(() -> voice.speak(company.client("100"), "Guten Abend."));
    hold.awaitHeld();
    assertEveryTransactionEnds();
    hold.release();
    call.join().expect(200);
  }

  @Test
  void cloneUnderWay_holdsNoTransaction() throws Exception {
    Misfortune hold = timbre.provider().next(Provider.CLONE, Misfortune.HOLD_BEFORE);
    VoiceCase voice = timbre.aDraftVoice().approved();
    hold.awaitHeld();
    assertEveryTransactionEnds();
    hold.release();
    voice.awaitClone("provisional");
  }

  /** What others do meanwhile comes and goes; a transaction around the call would stay. */
  private void assertEveryTransactionEnds() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            timbre.database().jdbcUrl(), LocalDatabase.USER, timbre.database().password())) {
      Set<String> before = open(connection);
      await().atMost(WHILE_ASKED).until(() -> Collections.disjoint(open(connection), before));
    }
  }

  private static Set<String> open(Connection connection) throws SQLException {
    Set<String> open = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(OPEN)) {
      while (found.next()) {
        open.add(found.getString(1));
      }
    }
    return open;
  }
}
