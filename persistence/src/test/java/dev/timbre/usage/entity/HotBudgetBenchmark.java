package dev.timbre.usage.entity;

import static dev.timbre.testing.Moments.NOW;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.entity.Money;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Reservations per second at one budget that everybody wants, against the same statements without
 * our code. No test by its name, so that builds leave it alone: {@code -Dtest=HotBudgetBenchmark}.
 */
class HotBudgetBenchmark {

  private static final long SECONDS = 5;
  private static final ThreadLocal<Connection> CONNECTION =
      ThreadLocal.withInitial(HotBudgetBenchmark::connect);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Client client;
  private Budget budget;

  @BeforeEach
  void a_budget_that_lasts() {
    client = database.saved(AccessFixtures.client());
    budget = database.saved(new Budget(NOW, client.getId(), Money.of("900000000", "CNY")));
  }

  @Test
  void reservations_per_second() {
    try (EntityManagerFactory factory = factory()) {
      for (int callers : List.of(1, 4, 16, 64)) {
        double ours = perSecond(callers, number -> ours(factory));
        double rival = perSecond(callers, number -> rival());
        System.out.printf(
            "%2d callers: ours %6.0f/s, same statements by JDBC %6.0f/s, share %.0f %%%n",
            callers, ours, rival, 100 * ours / rival);
      }
    }
  }

  private static double perSecond(int callers, IntFunction<Integer> caller) {
    long before = System.nanoTime();
    int done = Callers.together(callers, caller).stream().mapToInt(Integer::intValue).sum();
    return done * 1e9 / (System.nanoTime() - before);
  }

  private int ours(EntityManagerFactory factory) {
    return untilOver(
        () -> {
          EntityManager em = factory.createEntityManager();
          Budgets budgets = new Budgets();
          budgets.em = em;
          em.getTransaction().begin();
          Reservation reservation = new Reservation(NOW, cost(), null);
          budgets.hold(reservation, budgets.applying(client.getId(), null));
          em.getTransaction().commit();
          em.close();
        });
  }

  private int rival() {
    Connection connection = CONNECTION.get();
    try (PreparedStatement applying =
            connection.prepareStatement("select * from budget where client_id = ? order by id");
        PreparedStatement hold =
            connection.prepareStatement(
                "with taken as (update budget_period p set held = p.held + 0.014"
                    + " from budget b where p.budget_id = ? and p.period = '2026-03'"
                    + " and b.id = p.budget_id and p.spent + p.held + 0.014 <= b.limit_amount"
                    + " returning p.budget_id, p.period)"
                    + " insert into reservation_hold (reservation_id, budget_id, period)"
                    + " select ?, budget_id, period from taken");
        PreparedStatement reserve =
            connection.prepareStatement(
                "insert into reservation (id, version, created_at, amount, currency, characters,"
                    + " state) values (?, 0, now(), 0.014, 'CNY', 40, 'HELD')")) {
      connection.setAutoCommit(false);
      return untilOver(
          () -> {
            UUID id = UUID.randomUUID();
            applying.setObject(1, client.getId());
            applying.executeQuery().close();
            hold.setObject(1, budget.getId());
            hold.setObject(2, id);
            hold.executeUpdate();
            reserve.setObject(1, id);
            reserve.executeUpdate();
            connection.commit();
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something that is measured. */
  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  private static int untilOver(Step step) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    int done = 0;
    try {
      while (System.nanoTime() < end) {
        step.run();
        done++;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return done;
  }

  private static Cost cost() {
    return new Cost(Money.of("0.014", "CNY"), 40);
  }

  private static EntityManagerFactory factory() {
    return Persistence.createEntityManagerFactory(
        "timbre",
        Map.of(
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.nonJtaDataSource",
            pool()));
  }

  /** One connection for each thread, never closed, as a pool of that size would give. */
  private static DataSource pool() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                "getConnection".equals(method.getName())
                    ? kept(CONNECTION.get())
                    : method.invoke(TestPostgres.runtime(), arguments));
  }

  private static Connection kept(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                "close".equals(method.getName()) ? null : method.invoke(real, arguments));
  }

  private static Connection connect() {
    try {
      return TestPostgres.runtime().getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
