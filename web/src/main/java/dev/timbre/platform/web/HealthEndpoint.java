package dev.timbre.platform.web;

import dev.timbre.platform.web.LatestHealth.Health;
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
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * The health checks on the public port, in the form of MicroProfile Health, because orchestrators
 * should not need to reach the management port. Strangers read it too: it tells which check fails
 * and no more, and however many ask, the checks are made by one of them and once a second. An
 * answer that takes too long counts as down.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthEndpoint extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject @Any private transient Instance<HealthCheck> checks;

  private final transient LatestHealth live = latest(Liveness.Literal.INSTANCE);
  private final transient LatestHealth ready = latest(Readiness.Literal.INSTANCE);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Health health = (request.getServletPath().endsWith("live") ? live : ready).get();
    response.setStatus(
        health.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(health.body());
  }

  private LatestHealth latest(Annotation kind) {
    return new LatestHealth(() -> ask(kind), System::nanoTime);
  }

  private Health ask(Annotation kind) {
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
    return new Health(up, body);
  }
}
