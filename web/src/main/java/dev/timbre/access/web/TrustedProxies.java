package dev.timbre.access.web;

import dev.timbre.access.entity.Network;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.SecureCookieHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts the caller's own address, scheme and host into a request before anything looks at it, so
 * that log, delays, redirects and cookies agree. The server's own setting for this believes whoever
 * calls, and the first address in the header, which the caller writes. A filter would come too late
 * for sign-in and could not change where redirects lead.
 */
public class TrustedProxies implements ServletExtension {

  static final String NETWORKS = "timbre.access.trusted-proxies";
  static final String HEADER = "timbre.access.forwarded-header";

  private static final String STANDARD = "forwarded";

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    Config config = ConfigProvider.getConfig();
    String networks = config.getOptionalValue(NETWORKS, String.class).orElse("");
    String header = config.getOptionalValue(HEADER, String.class).orElse("x-forwarded");
    List<Network> trusted =
        Arrays.stream(networks.split(","))
            .map(String::strip)
            .filter(network -> !network.isEmpty())
            .map(Network::of)
            .toList();
    Forwarding forwarding = new Forwarding(trusted, STANDARD.equalsIgnoreCase(header.strip()));
    deployment.addInitialHandlerChainWrapper(next -> handler(forwarding, next));
  }

  private static HttpHandler handler(Forwarding forwarding, HttpHandler next) {
    // cookies of a caller who came by TLS never leave without it
    HttpHandler secure = new SecureCookieHandler(next);
    return exchange -> {
      forwarding
          .of(peer(exchange), name -> lines(exchange, name))
          .ifPresent(original -> restore(exchange, original));
      secure.handleRequest(exchange);
    };
  }

  private static String peer(HttpServerExchange exchange) {
    InetAddress address = exchange.getSourceAddress().getAddress();
    return address == null ? "" : address.getHostAddress();
  }

  private static List<String> lines(HttpServerExchange exchange, String name) {
    HeaderValues values = exchange.getRequestHeaders().get(name);
    return values == null ? List.of() : List.copyOf(values);
  }

  private static void restore(HttpServerExchange exchange, Forwarding.Original original) {
    original.scheme().ifPresent(exchange::setRequestScheme);
    original.host().ifPresent(host -> exchange.getRequestHeaders().put(Headers.HOST, host));
    try {
      // a literal address: no name is looked up
      exchange.setSourceAddress(
          new InetSocketAddress(InetAddress.getByName(original.address()), 0));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Forwarding gives addresses only", e);
    }
  }
}
