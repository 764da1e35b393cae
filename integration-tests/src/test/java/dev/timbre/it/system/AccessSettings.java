package dev.timbre.it.system;

import dev.timbre.sandbox.local.Ports;
import dev.timbre.sandbox.local.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where a proxy would be, and an identity provider that runs only for tests that ask for it. */
public final class AccessSettings {

  /** Whoever calls from here is believed what they say about the caller before them. */
  public static final String TRUSTED_PROXY = "127.0.0.3";

  private static final String ISSUER = "timbre.access.oidc.issuer";
  private static final String REDIRECT = "timbre.access.oidc.redirect-uri";

  private AccessSettings() {}

  static ServerConfig addedTo(ServerConfig config) throws IOException {
    int http = freePort();
    return config
        .withPorts(http, 0)
        .withProperty("timbre.access.trusted-proxies", TRUSTED_PROXY + ",192.0.2.0/24")
        .withProperty(ISSUER, Keycloak.issuer(freePort()).toString())
        .withProperty(REDIRECT, "http://127.0.0.1:" + http + "/oidc/callback")
        .withProperty("timbre.access.oidc.name", "Acme ID")
        .withProperty("timbre.access.oidc.client-id", Keycloak.CLIENT)
        .withProperty(
            "timbre.access.oidc.grants",
            Keycloak.CURATORS + "=curator," + Keycloak.ADMINS + "=admin")
        .withEnvironment("TIMBRE_ACCESS_OIDC_CLIENT_SECRET", Keycloak.CLIENT_SECRET);
  }

  /** The identity provider that a server is configured for. */
  static Keycloak startKeycloak(ServerConfig config) {
    Path directory = config.base().resolveSibling("keycloak-" + UUID.randomUUID());
    try {
      Files.createDirectories(directory);
      int port = URI.create(config.properties().get(ISSUER)).getPort();
      return Keycloak.start(directory, port, URI.create(config.properties().get(REDIRECT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    return Ports.claim(0, "a test", "timbre.it");
  }
}
