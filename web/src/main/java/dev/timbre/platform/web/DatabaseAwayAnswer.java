package dev.timbre.platform.web;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What callers get while the database is away, before any resource or page is reached. */
public final class DatabaseAwayAnswer {

  public static final String CODE = "database-unavailable";
  public static final String DETAIL = "The database does not answer; try again soon.";

  private static final String API = "/api/";

  private DatabaseAwayAnswer() {}

  /** 503: a problem for callers of REST, the error page for readers. */
  public static void send(
      HttpServletRequest request, HttpServletResponse response, String incident) {
    try {
      String path = request.getRequestURI().substring(request.getContextPath().length());
      if (path.startsWith(API)) {
        problem(response, incident);
      } else {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void problem(HttpServletResponse response, String incident) throws IOException {
    byte[] body =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", "Service Unavailable")
            .add("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE)
            .add("code", CODE)
            .add("detail", DETAIL)
            .add("incident", incident)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
