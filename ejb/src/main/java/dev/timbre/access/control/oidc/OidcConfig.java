package dev.timbre.access.control.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The identity provider, and what its groups mean here. Off without an issuer. */
@ApplicationScoped
public class OidcConfig {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Inject
  @ConfigProperty(name = "timbre.access.oidc.issuer")
  Optional<String> issuer;

  /** As the sign-in page calls it. */
  @Inject
  @ConfigProperty(name = "timbre.access.oidc.name", defaultValue = "Single Sign-On")
  String name;

  @Inject
  @ConfigProperty(name = "timbre.access.oidc.client-id")
  Optional<String> clientId;

  @Inject
  @ConfigProperty(name = "timbre.access.oidc.client-secret")
  Optional<String> clientSecret;

  /** Written down rather than guessed from a request, whose host anybody may choose. */
  @Inject
  @ConfigProperty(name = "timbre.access.oidc.redirect-uri")
  Optional<String> redirectUri;

  @Inject
  @ConfigProperty(name = "timbre.access.oidc.scopes", defaultValue = "openid profile email")
  String scopes;

  @Inject
  @ConfigProperty(name = "timbre.access.oidc.claim.username", defaultValue = "preferred_username")
  String usernameClaim;

  @Inject
  @ConfigProperty(name = "timbre.access.oidc.claim.name", defaultValue = "name")
  String nameClaim;

  @Inject
  @ConfigProperty(name = "timbre.access.oidc.claim.groups", defaultValue = "groups")
  String groupsClaim;

  /** For each {@code group=role} or {@code group=role@brand}. */
  @Inject
  @ConfigProperty(name = "timbre.access.oidc.grants")
  Optional<List<String>> grants;

  /** For each answer of the provider. */
  @Inject
  @ConfigProperty(name = "timbre.access.oidc.timeout", defaultValue = "PT5S")
  Duration timeout;

  /** A wrong setting is found when the server starts, not when the first person signs in. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    groupGrants();
    if (isOffered()) {
      requireSafe("timbre.access.oidc.issuer", issuer());
      requireSafe("timbre.access.oidc.redirect-uri", redirectUri());
      clientId();
    }
  }

  public boolean isOffered() {
    return issuer.isPresent();
  }

  public String name() {
    return name;
  }

  URI issuer() {
    return URI.create(issuer.orElseThrow());
  }

  String clientId() {
    return clientId.orElseThrow(() -> missing("timbre.access.oidc.client-id"));
  }

  Optional<String> clientSecret() {
    return clientSecret;
  }

  URI redirectUri() {
    return URI.create(redirectUri.orElseThrow(() -> missing("timbre.access.oidc.redirect-uri")));
  }

  String scopes() {
    return scopes;
  }

  String usernameClaim() {
    return usernameClaim;
  }

  String nameClaim() {
    return nameClaim;
  }

  String groupsClaim() {
    return groupsClaim;
  }

  Duration timeout() {
    return timeout;
  }

  List<GroupGrant> groupGrants() {
    return grants.orElse(List.of()).stream().map(GroupGrant::parse).toList();
  }

  private static IllegalStateException missing(String setting) {
    return new IllegalStateException(
        setting + " is missing; signing in by an identity provider needs it.");
  }

  private static void requireSafe(String setting, URI address) {
    boolean near = "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
    if (!near && !"https".equals(address.getScheme())) {
      throw new IllegalStateException(
          setting + " is " + address + "; it must begin with https:// (or be this machine).");
    }
  }
}
