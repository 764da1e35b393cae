package dev.timbre.provider.client;

import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.dialect.Route;
import dev.timbre.provider.client.transport.LoopbackHost;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a provider account is, and what opens it.
 *
 * @param baseUri without the {@code /v1}, such as {@code https://api.minimax.io}
 * @param groupId sent as query parameter {@code GroupId} when present and the dialect takes it
 * @param dialect how the provider writes the operations
 */
public record ProviderEndpoint(
    URI baseUri, ApiKey key, Optional<String> groupId, Timeouts timeouts, Dialect dialect) {

  /**
   * @throws IllegalArgumentException when the base is no http or https address with a host, or has
   *     user information, a query or a fragment
   */
  public ProviderEndpoint {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(timeouts, "timeouts");
    Objects.requireNonNull(dialect, "dialect");
    String scheme = String.valueOf(baseUri.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = (scheme.equals("https") || scheme.equals("http")) && baseUri.getHost() != null;
    boolean bare =
        baseUri.getRawUserInfo() == null
            && baseUri.getRawQuery() == null
            && baseUri.getRawFragment() == null;
    if (!web || !bare) {
      throw new IllegalArgumentException(
          "A base URL is an http or https address with a host, without user, query or fragment");
    }
    groupId = groupId.map(String::strip).filter(id -> !id.isEmpty());
  }

  /** An account of the official API. */
  public ProviderEndpoint(URI baseUri, ApiKey key, Optional<String> groupId, Timeouts timeouts) {
    this(baseUri, key, groupId, timeouts, Dialect.MINIMAX);
  }

  /** The same account in another dialect. */
  public ProviderEndpoint in(Dialect other) {
    return new ProviderEndpoint(baseUri, key, groupId, timeouts, other);
  }

  /** Whether the provider is on this machine, so that plain http to it is no risk. */
  public boolean isLoopback() {
    return LoopbackHost.matches(baseUri.getHost());
  }

  /**
   * The address of a route, with the account's group if the dialect takes it.
   *
   * @param query without question mark, already encoded; empty for none
   */
  URI address(Route route, String query) {
    UriBuilder address = UriBuilder.fromUri(base() + route.path());
    if (!query.isEmpty()) {
      address.replaceQuery(query);
    }
    groupId
        .filter(group -> dialect.takesGroupId())
        .ifPresent(group -> address.queryParam("GroupId", group));
    return address.build();
  }

  /** The base URL, whose path may have a prefix, without a slash at the end. */
  String base() {
    String base = baseUri.toString();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** Value of the {@code Authorization} header. */
  String authorization() {
    return dialect.authorization(key.secret());
  }
}
