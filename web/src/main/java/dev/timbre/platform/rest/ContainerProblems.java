package dev.timbre.platform.rest;

import dev.timbre.platform.control.RequestContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers with a problem where the container refuses a request before any resource sees it, for
 * example for a Content-Type that cannot be parsed.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ContainerProblems extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient RequestContext context;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, new Refusals(response, context.correlationId()));
  }

  private static void write(HttpServletResponse response, Problem problem, String incident)
      throws IOException {
    JsonObjectBuilder json = Json.createObjectBuilder(problem.members(incident));
    byte[] body = json.build().toString().getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** Never lets an HTML error page, nor a message that may name classes, out. */
  private static final class Refusals extends HttpServletResponseWrapper {

    private final String incident;

    Refusals(HttpServletResponse response, String incident) {
      super(response);
      this.incident = incident;
    }

    @Override
    public void sendError(int status) throws IOException {
      Problem problem = new Problem(status, Problems.code(status), Problems.detail(status));
      write((HttpServletResponse) getResponse(), problem, incident);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }
  }
}
