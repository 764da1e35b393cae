package dev.timbre.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page that does nothing but go on. Unlike a redirect it begins a new way, from this site: the
 * session's cookie is sent with it, and rules about where a form may lead do not apply.
 */
final class Onward {

  private Onward() {}

  static void write(HttpServletResponse response, String address) throws IOException {
    String safe =
        address
            .replace("&", "&amp;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;")
            .replace("<", "&lt;")
            .replace(">", "&gt;");
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>Timbre</title>"
                + "<meta http-equiv=\"refresh\" content=\"0;url="
                + safe
                + "\"></head><body><a href=\""
                + safe
                + "\">Timbre</a></body></html>");
  }
}
