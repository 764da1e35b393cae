package dev.timbre.provider.client;

import dev.timbre.provider.client.transport.LoopbackHost;
import dev.timbre.provider.client.transport.PrivateNetwork;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be fetched, and how much of them. An address comes from a provider's answer,
 * so it is foreign input: without these rules it could make the server read its own network.
 *
 * @param allowedHosts exact names, or {@code *.suffix} for every name below a suffix
 * @param loopback whether this machine may be asked, also by plain http; only for a provider that
 *     runs here itself
 * @param maxBytes the largest file taken
 * @param timeout from the first request to the last byte
 */
public record DownloadRules(
    List<String> allowedHosts, boolean loopback, long maxBytes, Duration timeout) {

  /**
   * @throws IllegalArgumentException for a pattern other than a name or {@code *.suffix}, or a
   *     limit that is not positive
   */
  public DownloadRules {
    allowedHosts = allowedHosts.stream().map(DownloadRules::normalized).toList();
    if (maxBytes < 1 || timeout.toMillis() < 1) {
      throw new IllegalArgumentException("Download limits must be positive");
    }
  }

  private static String normalized(String pattern) {
    String host = pattern.strip().toLowerCase(Locale.ROOT);
    String name = host.startsWith("*.") ? host.substring(2) : host;
    if (name.isEmpty() || name.startsWith(".") || name.contains("*") || name.contains("/")) {
      throw new IllegalArgumentException(
          "Allowed host \"" + pattern + "\" is neither a host name nor *.suffix");
    }
    return host;
  }

  /** The rules for an account: what is listed, and its own host if that is this machine. */
  public static DownloadRules of(
      ProviderEndpoint endpoint, List<String> allowedHosts, long maxBytes) {
    Stream<String> own =
        endpoint.isLoopback() ? Stream.of(endpoint.baseUri().getHost()) : Stream.empty();
    return new DownloadRules(
        Stream.concat(allowedHosts.stream(), own).toList(),
        endpoint.isLoopback(),
        maxBytes,
        endpoint.timeouts().transfer());
  }

  /** Why {@code address} must not be fetched; empty when it may. Asks no name server. */
  Optional<String> objection(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean ownMachine = loopback && LoopbackHost.matches(address.getHost());
    if (!scheme.equals("https") && !(scheme.equals("http") && ownMachine)) {
      return Optional.of("the address is " + scheme + "; allowed: https");
    }
    return isAllowed(address.getHost().toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("the host is not among the allowed ones " + allowedHosts);
  }

  private boolean isAllowed(String host) {
    return allowedHosts.stream()
        .anyMatch(
            allowed ->
                allowed.startsWith("*.")
                    ? host.endsWith(allowed.substring(1)) && host.length() >= allowed.length()
                    : host.equals(allowed));
  }

  /**
   * Why the machine behind an allowed name must not be asked. The connection that follows looks the
   * name up again, and gets the addresses judged here from the JVM's cache as long as that is not
   * switched off ({@code networkaddress.cache.ttl}, 30 s by default).
   *
   * @throws UnknownHostException when the name has no address
   */
  Optional<String> objectionToMachine(String host) throws UnknownHostException {
    for (InetAddress address : InetAddress.getAllByName(host)) {
      boolean allowed = address.isLoopbackAddress() ? loopback : !PrivateNetwork.contains(address);
      if (!allowed) {
        return Optional.of("the host leads into a private network");
      }
    }
    return Optional.empty();
  }
}
