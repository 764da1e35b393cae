package dev.timbre.platform.health;

import dev.timbre.platform.migration.MigrateBeforeValidation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * What the last check of each provider account found. Always up: a provider in trouble is reported,
 * but a node without it still serves the registry.
 */
@Readiness
@ApplicationScoped
public class ProviderReport implements HealthCheck {

  private static final String LAST_CHECKS =
      "select name, coalesce(check_result, 'not checked yet') from provider_account order by name";

  @Resource(lookup = MigrateBeforeValidation.RUNTIME)
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("providers").up();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet accounts = statement.executeQuery(LAST_CHECKS)) {
      while (accounts.next()) {
        response.withData(accounts.getString(1), accounts.getString(2));
      }
    } catch (SQLException e) {
      response.withData("problem", "unknown while the database does not answer");
    }
    return response.build();
  }
}
