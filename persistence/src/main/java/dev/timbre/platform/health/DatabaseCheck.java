package dev.timbre.platform.health;

import dev.timbre.platform.migration.MigrateBeforeValidation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The database answers and its schema is the one that this version needs. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  private static final int MOST_SECONDS = 3;

  @Resource(lookup = MigrateBeforeValidation.RUNTIME)
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
    try {
      answer();
      int pending = MigrateBeforeValidation.pending();
      return response.withData("pendingMigrations", pending).status(pending == 0).build();
    } catch (SQLException | RuntimeException e) {
      // the reason may name hosts and users, so it goes to the log only
      System.getLogger(DatabaseCheck.class.getName())
          .log(System.Logger.Level.WARNING, "Not ready: {0}", e.toString());
      return response.withData("problem", "The database does not answer.").down().build();
    }
  }

  /**
   * The connection is given back before the owner's is wanted: nobody may wait with one in hand.
   */
  private void answer() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(MOST_SECONDS);
      statement.execute("select 1");
    }
  }
}
