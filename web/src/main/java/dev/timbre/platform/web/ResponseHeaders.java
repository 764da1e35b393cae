package dev.timbre.platform.web;

import dev.timbre.platform.control.RequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Headers that every answer carries. */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    // an error page begins with an empty answer
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class ResponseHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String NO_DOCUMENT = "default-src 'none'; frame-ancestors 'none'";

  /** What is never a page. */
  private static final Pattern DATA =
      Pattern.compile("/(metrics$|(api|health|oidc|jakarta\\.faces\\.resource)/)");

  @Inject private transient RequestContext context;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Request-Id", context.correlationId());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
    // pages have a policy of their own
    if (DATA.matcher(request.getServletPath()).lookingAt()) {
      response.setHeader("Content-Security-Policy", NO_DOCUMENT);
    }
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, response);
  }
}
