package dev.timbre.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test an empty, migrated and validated database, and transactions as the runtime role.
 * Only what the migrations themselves insert is there: the console client and its use, and the
 * labelling policies.
 */
public final class TestDatabase implements BeforeEachCallback {

  private static final EntityManagerFactory FACTORY =
      Persistence.createEntityManagerFactory(
          "timbre",
          Map.of(
              "jakarta.persistence.transactionType",
              "RESOURCE_LOCAL",
              "jakarta.persistence.nonJtaDataSource",
              TestPostgres.runtime()));
  private static final String CLEANING = cleaning();

  @Override
  public void beforeEach(ExtensionContext context) {
    TestPostgres.run(TestPostgres.superuser(), CLEANING);
  }

  /** Runs work in a transaction of its own and commits it. */
  public <R> R inTransaction(Function<Work, R> work) {
    EntityManager em = FACTORY.createEntityManager();
    try {
      em.getTransaction().begin();
      R result = work.apply(new Work(em));
      em.getTransaction().commit();
      return result;
    } finally {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      em.close();
    }
  }

  /** Runs work in a transaction of its own and commits it. */
  public void run(Consumer<Work> work) {
    inTransaction(
        unit -> {
          work.accept(unit);
          return null;
        });
  }

  /** How many statements the database gets for some reading in one transaction. */
  public long statementsFor(Consumer<Work> reading) {
    Statistics statistics = FACTORY.unwrap(SessionFactory.class).getStatistics();
    statistics.clear();
    statistics.setStatisticsEnabled(true);
    run(reading);
    return statistics.getPrepareStatementCount();
  }

  /** Commits something that is already made. */
  public <E> E saved(E entity) {
    run(work -> work.add(entity));
    return entity;
  }

  /** Deletes every row but the console's, without regard to order. */
  private static String cleaning() {
    List<String> statements = new ArrayList<>(List.of("set session_replication_role = replica"));
    try (Connection connection = TestPostgres.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename not in"
                    + " ('flyway_schema_history', 'client', 'client_use', 'labelling_policy')")) {
      while (tables.next()) {
        statements.add("delete from " + tables.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    statements.add(
        "delete from client_use where client_id in (select id from client where not console)");
    statements.add("delete from client where not console");
    // ids of those that a migration inserts lie before all times
    statements.add(
        "delete from labelling_policy where id > '00000001-0000-0000-0000-000000000000'");
    return String.join("; ", statements);
  }
}
