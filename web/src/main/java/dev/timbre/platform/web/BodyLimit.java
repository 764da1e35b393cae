package dev.timbre.platform.web;

import dev.timbre.platform.control.RequestContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses bodies that announce more than any upload may have, with a reason; the server's own limit
 * just cuts the line.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class BodyLimit extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** 20 MB of recording and room for the other parts of the form; below the server's own limit. */
  private static final long LARGEST = 21_000_000;

  @Inject private transient RequestContext context;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() <= LARGEST) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    // what follows is not read
    response.setHeader("Connection", "close");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", "Content Too Large")
                .add("status", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                .add("code", "body-too-large")
                .add(
                    "detail",
                    "The body has "
                        + request.getContentLengthLong()
                        + " bytes; a recording may have 20000000. Shorten it, or save it as mp3.")
                .add("incident", context.correlationId())
                .build()
                .toString());
  }
}
