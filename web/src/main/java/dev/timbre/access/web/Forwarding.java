package dev.timbre.access.web;

import dev.timbre.access.entity.Network;
import dev.timbre.platform.error.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What proxies say about a request that they pass on. Anybody can write such headers, so nothing of
 * them counts unless the peer itself is a trusted proxy, and only what trusted proxies added: the
 * caller is the last address, from the right, that is not one of theirs.
 */
public final class Forwarding {

  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})](?::\\d+)?");
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]{7,15}):\\d{1,5}");

  private final List<Network> trusted;
  private final boolean standard;

  /**
   * @param trusted networks of the proxies
   * @param standard whether they write {@code Forwarded} (RFC 7239); else {@code X-Forwarded-…}.
   *     The other kind is what callers wrote, and is not looked at
   */
  public Forwarding(List<Network> trusted, boolean standard) {
    this.trusted = List.copyOf(trusted);
    this.standard = standard;
  }

  /** The headers of a request, by name in any case; several lines in the order they came in. */
  @FunctionalInterface
  public interface Headers {
    List<String> all(String name);
  }

  /**
   * A request as it was before the proxies.
   *
   * @param address of the caller
   * @param scheme http or https; empty when no proxy says so
   * @param host with a port where it needs one; empty when no proxy says so
   */
  public record Original(String address, Optional<String> scheme, Optional<String> host) {}

  /** Empty when the peer is nobody to be believed. */
  public Optional<Original> of(String peer, Headers headers) {
    if (!isTrusted(peer)) {
      return Optional.empty();
    }
    List<Hop> hops = standard ? forwarded(headers) : extended(headers);
    String address = peer;
    Hop nearest = null;
    for (int i = hops.size() - 1; i >= 0 && isTrusted(address); i--) {
      Optional<String> next = address(hops.get(i).from());
      if (next.isEmpty()) {
        break; // what nobody can read is as far as the chain can be followed
      }
      address = next.get();
      nearest = hops.get(i);
    }
    Hop said = nearest == null && !hops.isEmpty() ? hops.get(hops.size() - 1) : nearest;
    return Optional.of(
        new Original(
            address,
            Optional.ofNullable(said).map(Hop::scheme).flatMap(Forwarding::scheme),
            Optional.ofNullable(said).map(Hop::host).flatMap(Forwarding::host)));
  }

  private boolean isTrusted(String address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  /** What one proxy says; parts may be null. */
  private record Hop(String from, String scheme, String host) {}

  private static List<Hop> extended(Headers headers) {
    String scheme = last(headers.all("X-Forwarded-Proto"));
    String host = withPort(last(headers.all("X-Forwarded-Host")), headers);
    List<String> addresses = elements(headers.all("X-Forwarded-For"), ",");
    if (addresses.isEmpty()) {
      return List.of(new Hop(null, scheme, host));
    }
    return addresses.stream().map(address -> new Hop(address, scheme, host)).toList();
  }

  private static String withPort(String host, Headers headers) {
    String port = last(headers.all("X-Forwarded-Port"));
    boolean bare = host != null && !host.matches(".*:\\d+");
    boolean needed = port != null && port.matches("\\d{1,5}") && !port.matches("80|443");
    return bare && needed ? host + ":" + port : host;
  }

  private static List<Hop> forwarded(Headers headers) {
    List<Hop> hops = new ArrayList<>();
    for (String element : elements(headers.all("Forwarded"), ",")) {
      List<String> pairs = elements(List.of(element), ";");
      hops.add(new Hop(value(pairs, "for"), value(pairs, "proto"), value(pairs, "host")));
    }
    return hops;
  }

  private static String value(List<String> pairs, String name) {
    String prefix = name + "=";
    return pairs.stream()
        .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(pair -> pair.substring(prefix.length()).strip())
        .map(value -> value.length() > 1 ? value.replaceAll("^\"|\"$", "") : value)
        .findFirst()
        .orElse(null);
  }

  private static List<String> elements(List<String> lines, String separator) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(separator)))
        .map(String::strip)
        .filter(element -> !element.isEmpty())
        .toList();
  }

  private static String last(List<String> lines) {
    List<String> all = elements(lines, ",");
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  private static Optional<String> address(String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher bracketed = BRACKETED.matcher(text);
    Matcher withPort = WITH_PORT.matcher(text);
    String bare =
        bracketed.matches() ? bracketed.group(1) : withPort.matches() ? withPort.group(1) : text;
    return Optional.of(bare).filter(Forwarding::isAddress);
  }

  private static boolean isAddress(String text) {
    try {
      return ADDRESS.matcher(text).matches() && Network.of(text) != null;
    } catch (Invalid e) {
      return false;
    }
  }

  private static Optional<String> scheme(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(List.of("http", "https")::contains);
  }

  private static Optional<String> host(String text) {
    return Optional.of(text).filter(name -> HOST.matcher(name).matches());
  }
}
