package dev.timbre.access.web;

import dev.timbre.access.control.Monitoring;
import dev.timbre.access.control.Monitoring.Reading;
import dev.timbre.platform.error.NotAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * What Timbre counts, in the text form that Prometheus reads. Figures of money are nobody else's
 * business, so a key is needed.
 */
@WebServlet("/metrics")
public class MetricsEndpoint extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  @Inject private transient Monitoring monitoring;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      String text = text(monitoring.readings());
      response.setContentType(TEXT);
      response.getWriter().write(text);
    } catch (EJBAccessException | NotAllowed e) {
      boolean known = request.getUserPrincipal() != null;
      response.setStatus(
          known ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
      if (!known) {
        response.setHeader("WWW-Authenticate", "Bearer");
      }
    }
  }

  /** Labels are names of constants and currencies, which need no escaping. */
  static String text(List<Reading> readings) {
    StringBuilder text = new StringBuilder();
    for (Reading reading : readings) {
      text.append("# HELP ").append(reading.name()).append(' ').append(reading.help()).append('\n');
      text.append("# TYPE ").append(reading.name()).append(" gauge\n");
      reading
          .values()
          .forEach(
              (value, number) ->
                  text.append(reading.name())
                      .append('{')
                      .append(reading.label())
                      .append("=\"")
                      .append(value)
                      .append("\"} ")
                      .append(new BigDecimal(number.toString()).toPlainString())
                      .append('\n'));
    }
    return text.toString();
  }
}
