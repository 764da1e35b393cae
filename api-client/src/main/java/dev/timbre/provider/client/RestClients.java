package dev.timbre.provider.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Builds REST clients for one account. Each has its own connections, because a MicroProfile client
 * has one read time-out for all its methods.
 */
final class RestClients {

  /** Calls that one interface may have under way at once. */
  private static final int MOST_CONNECTIONS = 64;

  private final ProviderEndpoint endpoint;

  RestClients(ProviderEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * The properties named {@code resteasy.…} bound the pool and the wait for a free connection,
   * which would otherwise have no end; other implementations ignore them.
   */
  <T> T build(Class<T> api, Duration readTimeout) {
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
}
