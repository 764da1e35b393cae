package dev.timbre.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
 * The health checks on the public port, in the form of MicroProfile Health: the server shows them
 * only on its management port, which orchestrators should not need to reach.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthEndpoint extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject @Any private transient Instance<HealthCheck> checks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Annotation kind =
        request.getServletPath().endsWith("live")
            ? Liveness.Literal.INSTANCE
            : Readiness.Literal.INSTANCE;
    List<HealthCheckResponse> answers =
        checks.select(kind).stream().map(HealthCheck::call).toList();
    boolean up = answers.stream().allMatch(a -> a.getStatus() == HealthCheckResponse.Status.UP);
    JsonArrayBuilder all = Json.createArrayBuilder();
    answers.forEach(answer -> all.add(json(answer)));
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("status", up ? "UP" : "DOWN")
                .add("checks", all)
                .build()
                .toString());
  }

  private static JsonObject json(HealthCheckResponse answer) {
    JsonObjectBuilder check =
        Json.createObjectBuilder()
            .add("name", answer.getName())
            .add("status", answer.getStatus().name());
    answer
        .getData()
        .ifPresent(
            data -> {
              JsonObjectBuilder members = Json.createObjectBuilder();
              data.forEach((key, value) -> members.add(key, String.valueOf(value)));
              check.add("data", members);
            });
    return check.build();
  }
}
