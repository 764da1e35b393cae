package dev.timbre.provider.client.transport;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes requests and answers to the log at DEBUG: method, address, status and headers, never a
 * body, and never the value of a header that could open something.
 */
@Priority(Priorities.USER)
public final class TrafficLog implements ClientRequestFilter, ClientResponseFilter {

  private static final Logger LOG = System.getLogger(TrafficLog.class.getName());

  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "x-api-key",
          "api-key",
          "cookie",
          "set-cookie",
          "location");

  @Override
  public void filter(ClientRequestContext request) {
    if (LOG.isLoggable(Level.DEBUG)) {
      LOG.log(
          Level.DEBUG,
          "{0} {1} {2}",
          request.getMethod(),
          request.getUri(),
          redacted(request.getStringHeaders()));
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    if (LOG.isLoggable(Level.DEBUG)) {
      LOG.log(
          Level.DEBUG,
          "{0} {1} answered {2}",
          request.getMethod(),
          request.getUri().getPath(),
          redacted(response.getHeaders()));
    }
  }

  /** The headers by name, with secrets masked whatever the case of their name. */
  public static Map<String, String> redacted(Map<String, List<String>> headers) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach(
        (name, values) ->
            shown.put(
                name,
                SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                    ? "***"
                    : String.join(", ", values)));
    return shown;
  }
}
