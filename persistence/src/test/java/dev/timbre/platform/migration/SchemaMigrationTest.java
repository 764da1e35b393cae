package dev.timbre.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.testing.Callers;
import dev.timbre.testing.TestPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Period;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaMigrationTest {

  private static final int MIGRATIONS = migrations();

  private final Map<String, DataSource> empty = TestPostgres.empty();
  private final DataSource owner = empty.get(TestPostgres.OWNER);
  private final DataSource runtime = empty.get(TestPostgres.RUNTIME);

  @Test
  void empty_database_has_every_migration_pending_until_it_is_migrated() {
    SchemaMigration schema = new SchemaMigration(owner, runtime);

    assertThat(schema.pending()).isEqualTo(MIGRATIONS);
    schema.migrate();
    assertThat(schema.pending()).isZero();
  }

  @Test
  void schema_behind_the_application_says_how_many_are_pending() {
    SchemaMigration schema = new SchemaMigration(owner, runtime);
    schema.migrate();

    TestPostgres.run(
        owner,
        "delete from flyway_schema_history where installed_rank > "
            + "(select max(installed_rank) - 2 from flyway_schema_history)");

    assertThat(schema.pending()).isEqualTo(2);
  }

  @Test
  void migrated_database_migrated_again_stays_as_it_is() {
    new SchemaMigration(owner, runtime).migrate();
    new SchemaMigration(owner, runtime).migrate();

    assertThat(count("flyway_schema_history")).isEqualTo(MIGRATIONS);
    assertThat(count("client")).isEqualTo(1);
  }

  @Test
  void nodes_that_start_together_migrate_once() {
    Callers.together(
        4,
        node -> {
          new SchemaMigration(owner, runtime).migrate();
          return null;
        });

    assertThat(count("flyway_schema_history where success")).isEqualTo(MIGRATIONS);
    assertThat(new SchemaMigration(owner, runtime).pending()).isZero();
  }

  @Test
  void tables_that_the_server_made_before_do_not_keep_migrations_back() {
    TestPostgres.run(owner, "create table jboss_ejb_timer (id text)");

    new SchemaMigration(owner, runtime).migrate();

    assertThat(new SchemaMigration(owner, runtime).pending()).isZero();
    assertThat(count("operation")).isZero();
  }

  @Test
  void runtime_role_cannot_change_the_schema_or_its_history() {
    new SchemaMigration(owner, runtime).migrate();

    for (String sql :
        new String[] {
          "create table mine (id text)",
          "alter table voice drop column name",
          "drop table audit_entry",
          "delete from flyway_schema_history",
          "update flyway_schema_history set success = false"
        }) {
      assertThatThrownBy(() -> TestPostgres.run(runtime, sql))
          .as(sql)
          .cause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void retention_of_the_log_is_what_the_last_start_said() {
    new SchemaMigration(owner, runtime, Period.ofYears(10)).migrate();
    assertThat(count("audit_retention where keep = interval '10 years'")).isEqualTo(1);

    new SchemaMigration(owner, runtime, Period.ofMonths(18)).migrate();
    assertThat(count("audit_retention where keep = interval '18 months'")).isEqualTo(1);

    new SchemaMigration(owner, runtime).migrate();
    assertThat(count("audit_retention")).isZero();
    assertThatThrownBy(() -> new SchemaMigration(owner, runtime, Period.ZERO))
        .hasMessageContaining("timbre.audit.retention");
  }

  @Test
  void one_role_for_both_keeps_its_rights() {
    SchemaMigration schema = new SchemaMigration(owner, owner);

    schema.migrate();

    TestPostgres.run(owner, "delete from audit_entry");
    assertThat(schema.pending()).isZero();
  }

  @Test
  void role_that_the_database_refuses_is_not_waited_for_and_named_in_words() {
    PGSimpleDataSource stranger = new PGSimpleDataSource();
    stranger.setUrl(((PGSimpleDataSource) runtime).getUrl());
    stranger.setUser("stranger");

    assertThatThrownBy(() -> new SchemaMigration(owner, stranger))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("timbre.db.user");
    assertThatThrownBy(() -> new SchemaMigration(stranger, runtime).migrate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("timbre.db.owner.user");
  }

  private static int migrations() {
    try (Stream<Path> files =
        Files.list(Path.of(SchemaMigration.class.getResource("/db/migration").toURI()))) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("V")).count();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String from) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
