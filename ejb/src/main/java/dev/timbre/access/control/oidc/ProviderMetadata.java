package dev.timbre.access.control.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What the provider says of itself, and its keys. Kept for a while on each node; nothing that
 * another node must know stands in it.
 */
@ApplicationScoped
public class ProviderMetadata {

  private static final System.Logger LOG = System.getLogger(ProviderMetadata.class.getName());

  private static final Duration KEPT = Duration.ofMinutes(15);

  /** A set of keys has a few kilobytes. */
  private static final int MOST_BYTES = 100_000;

  /** Keys that only the provider has. A token "signed" with none, or with our secret, is forged. */
  private static final Set<JWSAlgorithm> ALGORITHMS = algorithms();

  @Inject OidcConfig config;
  @Inject Clock clock;

  private volatile Known known;

  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant at) {}

  private static Set<JWSAlgorithm> algorithms() {
    Set<JWSAlgorithm> all = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
    all.remove(JWSAlgorithm.ES256K);
    return Set.copyOf(all);
  }

  /**
   * @throws IdentityProviderAway when it cannot be asked, or names another issuer than configured
   */
  OIDCProviderMetadata get() {
    return known().metadata();
  }

  /** Checks signature, issuer, audience, times and nonce. */
  IDTokenValidator validator() {
    return known().validator();
  }

  private Known known() {
    Known before = known;
    if (before == null || before.at().plus(KEPT).isBefore(clock.instant())) {
      before = ask();
      known = before;
    }
    return before;
  }

  private Known ask() {
    int millis = (int) config.timeout().toMillis();
    try {
      Issuer issuer = new Issuer(config.issuer());
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(
              issuer,
              request -> {
                request.setConnectTimeout(millis);
                request.setReadTimeout(millis);
                request.setFollowRedirects(false);
              });
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(millis, millis, MOST_BYTES))
              .refreshAheadCache(false)
              .build();
      IDTokenValidator validator =
          new IDTokenValidator(
              issuer,
              new ClientID(config.clientId()),
              new JWSVerificationKeySelector<>(ALGORITHMS, keys),
              null);
      return new Known(metadata, validator, clock.instant());
    } catch (GeneralException | IOException e) {
      LOG.log(
          System.Logger.Level.WARNING, "The identity provider cannot be asked: {0}", e.toString());
      throw new IdentityProviderAway();
    }
  }
}
