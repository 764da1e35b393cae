package dev.timbre.provider.client;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a provider account is, and what opens it.
 *
 * @param baseUri without the {@code /v1}, such as {@code https://api.minimax.io}
 * @param groupId sent as query parameter {@code GroupId} when present; old accounts want it
 */
public record ProviderEndpoint(
    URI baseUri, ApiKey key, Optional<String> groupId, Timeouts timeouts) {

  /**
   * @throws IllegalArgumentException when the base is no http or https address with a host, or has
   *     user information, a query or a fragment
   */
  public ProviderEndpoint {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(timeouts, "timeouts");
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

  /** Whether the provider is on this machine, so that plain http to it is no risk. */
  public boolean isLoopback() {
    return LoopbackHost.matches(baseUri.getHost());
  }

  /** The address of an operation below the base, whose path may have a prefix and a slash. */
  URI resolve(String path) {
    String base = baseUri.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
