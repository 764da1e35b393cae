package dev.timbre.provider.client;

import dev.timbre.provider.client.transport.TrafficLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Builds REST clients for one account. A MicroProfile client has one read time-out for all its
 * methods; all of them send over the same connections.
 */
final class RestClients implements AutoCloseable {

  private static final Logger LOG = System.getLogger(RestClients.class.getName());

  private final ProviderEndpoint endpoint;
  private final Connections connections;
  private final Map<Class<?>, AutoCloseable> built = new ConcurrentHashMap<>();
  private volatile boolean closed;

  RestClients(ProviderEndpoint endpoint, Connections connections) {
    this.endpoint = endpoint;
    this.connections = connections;
  }

  /** The client of an interface; made at its first use, since few accounts use every family. */
  <T extends AutoCloseable> T get(Class<T> api, Duration readTimeout) {
    requireOpen();
    return api.cast(built.computeIfAbsent(api, type -> build(api, readTimeout)));
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The client of " + endpoint.baseUri().getHost() + " is closed");
    }
  }

  private <T extends AutoCloseable> T build(Class<T> api, Duration readTimeout) {
    return RestClientBuilder.newBuilder()
        .baseUri(endpoint.baseUri())
        .register(new AccountFilter(endpoint))
        .register(new TrafficLog())
        .register(new BoundedExchange(endpoint, connections, readTimeout))
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
