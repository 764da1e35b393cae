package dev.timbre.access.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A script of an open page whose session ended is redirected here like any other request, but it
 * could do nothing with a page. It is told to open the sign-in page instead, which leads back to
 * where the reader was.
 */
@WebFilter("/sign-in.xhtml")
public class LostSession extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean script = "partial/ajax".equals(request.getHeader("Faces-Request"));
    if (!script || !"GET".equals(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    String target = request.getRequestURI() + "?from=" + encoded(openPage(request));
    response.setContentType("text/xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + target
                + "\"/></partial-response>");
  }

  /** Path and query of the page that the script runs on; the sign-in page lets only ours pass. */
  private static String openPage(HttpServletRequest request) {
    String referer = request.getHeader("Referer");
    if (referer == null) {
      return "/index.xhtml";
    }
    try {
      URI page = URI.create(referer);
      String query = page.getRawQuery();
      String path = page.getRawPath().substring(request.getContextPath().length());
      return query == null ? path : path + "?" + query;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return "/index.xhtml";
    }
  }

  private static String encoded(String page) {
    return URLEncoder.encode(page, StandardCharsets.UTF_8);
  }
}
