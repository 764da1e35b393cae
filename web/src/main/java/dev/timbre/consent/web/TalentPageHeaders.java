package dev.timbre.consent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the pages of talents out of search engines and caches, and lets nothing but the page itself
 * use the microphone.
 */
@WebFilter(urlPatterns = {"/capture.xhtml", "/my-consent.xhtml"})
public class TalentPageHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
    chain.doFilter(request, response);
  }
}
