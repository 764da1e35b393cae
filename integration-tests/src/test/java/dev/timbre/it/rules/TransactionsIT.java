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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** While a provider is asked, no transaction is open. */
@OnRunningTimbre
class TransactionsIT {

  /** What the worker does by itself takes far less than a second. */
  private static final String OLD_TRANSACTIONS =
      "select count(*) from pg_stat_activity where usename = current_user"
          + " and pid <> pg_backend_pid() and xact_start < clock_timestamp() - interval '1 second'";

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
    assertNoTransactionGrowsOld();
    hold.release();
    call.join().expect(200);
  }

  @Test
  void cloneUnderWay_holdsNoTransaction() throws Exception {
    Misfortune hold = timbre.provider().next(Provider.CLONE, Misfortune.HOLD_BEFORE);
    VoiceCase voice = timbre.aDraftVoice().approved();
    hold.awaitHeld();
    assertNoTransactionGrowsOld();
    hold.release();
    voice.awaitClone("provisional");
  }

  private void assertNoTransactionGrowsOld() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            timbre.database().jdbcUrl(), LocalDatabase.USER, timbre.database().password())) {
      await()
          .during(Duration.ofMillis(1500))
          .atMost(Duration.ofMillis(2800))
          .until(() -> count(connection) == 0);
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(OLD_TRANSACTIONS)) {
      found.next();
      return found.getInt(1);
    }
  }
}
