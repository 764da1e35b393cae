package dev.timbre.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * The health checks on the public port, in the form of MicroProfile Health, because orchestrators
 * should not need to reach the management port. Strangers read it too: it tells which check fails
 * and no more, and however many ask, the checks are made by one of them and once a second.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthEndpoint extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Duration FRESH = Duration.ofSeconds(1);

  @Inject @Any private transient Instance<HealthCheck> checks;

  private final transient Kind live = new Kind(Liveness.Literal.INSTANCE);
  private final transient Kind ready = new Kind(Readiness.Literal.INSTANCE);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Health health = (request.getServletPath().endsWith("live") ? live : ready).health();
    response.setStatus(
        health.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(health.body());
  }

  /**
   * @param until when it is no longer fresh, by {@link System#nanoTime}
   */
  private record Health(boolean up, String body, long until) {

    boolean isFresh() {
      return System.nanoTime() - until < 0;
    }
  }

  /** The checks of one kind and what they said last. */
  private final class Kind {

    private final ReentrantLock asking = new ReentrantLock();
    private final Annotation kind;
    private volatile Health last;

    Kind(Annotation kind) {
      this.kind = kind;
    }

    /** While somebody asks, which may take seconds, the others hear what was said last. */
    Health health() {
      Health known = last;
      if (known != null && (known.isFresh() || asking.isLocked())) {
        return known;
      }
      asking.lock();
      try {
        if (last == null || !last.isFresh()) {
          last = ask();
        }
        return last;
      } finally {
        asking.unlock();
      }
    }

    private Health ask() {
      List<HealthCheckResponse> answers =
          checks.select(kind).stream().map(HealthCheck::call).toList();
      boolean up = answers.stream().allMatch(a -> a.getStatus() == HealthCheckResponse.Status.UP);
      JsonArrayBuilder all = Json.createArrayBuilder();
      answers.forEach(
          answer ->
              all.add(
                  Json.createObjectBuilder()
                      .add("name", answer.getName())
                      .add("status", answer.getStatus().name())));
      String body =
          Json.createObjectBuilder()
              .add("status", up ? "UP" : "DOWN")
              .add("checks", all)
              .build()
              .toString();
      return new Health(up, body, System.nanoTime() + FRESH.toNanos());
    }
  }
}
