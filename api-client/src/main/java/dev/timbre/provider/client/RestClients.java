package dev.timbre.provider.client;

import dev.timbre.provider.client.transport.TrafficLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Builds REST clients for one account. Each has its own connections, because a MicroProfile client
 * has one read time-out for all its methods.
 */
final class RestClients implements AutoCloseable {

  private static final Logger LOG = System.getLogger(RestClients.class.getName());

  /** Calls that one interface may have under way at once. */
  private static final int MOST_CONNECTIONS = 64;

  private final ProviderEndpoint endpoint;
  private final Map<Class<?>, AutoCloseable> built = new ConcurrentHashMap<>();
  private volatile boolean closed;

  RestClients(ProviderEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The client of an interface; made at its first use, since few accounts use every family. */
  <T extends AutoCloseable> T get(Class<T> api, Duration readTimeout) {
    if (closed) {
      throw new IllegalStateException(
          "The client of " + endpoint.baseUri().getHost() + " is closed");
    }
    return api.cast(built.computeIfAbsent(api, type -> build(api, readTimeout)));
  }

  /**
   * The properties named {@code resteasy.…} bound the pool and the wait for a free connection,
   * which would otherwise have no end; other implementations ignore them.
   */
  private <T extends AutoCloseable> T build(Class<T> api, Duration readTimeout) {
    Duration connect = endpoint.timeouts().connect();
    return RestClientBuilder.newBuilder()
        .baseUri(endpoint.baseUri())
        .connectTimeout(connect.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .register(new AccountFilter(endpoint))
        .register(new TrafficLog())
        .property("resteasy.connectionPoolSize", MOST_CONNECTIONS)
        .property(
            "resteasy.connectionCheckoutTimeout",
            List.of(connect.toMillis(), TimeUnit.MILLISECONDS))
        .build(api);
  }

  /** Frees the connections; calls under way fail. */
  @Override
  public void close() {
    closed = true;
    for (AutoCloseable client : built.values()) {
      try {
        client.close();
      } catch (Exception cannotBeHelped) {
        LOG.log(Level.DEBUG, "a REST client did not close", cannotBeHelped);
      }
    }
  }
}
