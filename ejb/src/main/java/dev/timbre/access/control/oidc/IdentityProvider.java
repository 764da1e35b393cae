package dev.timbre.access.control.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Talks to the identity provider. No transaction is open meanwhile. Whatever it sends is doubted:
 * state, issuer, signature, audience, times, nonce.
 */
@ApplicationScoped
public class IdentityProvider {

  private static final System.Logger LOG = System.getLogger(IdentityProvider.class.getName());

  /** How long somebody may take to sign in over there. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Inject OidcConfig config;
  @Inject ProviderMetadata metadata;
  @Inject Clock clock;

  /**
   * @throws IdentityProviderAway when the provider cannot be asked where to go
   */
  SignInAttempt begin() {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                Scope.parse(config.scopes()),
                new ClientID(config.clientId()),
                config.redirectUri())
            .endpointURI(metadata.get().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new SignInAttempt(
        address,
        state.getValue(),
        nonce.getValue(),
        verifier.getValue(),
        clock.instant().plus(PATIENCE));
  }

  /**
   * @param answer the address with which the browser came back
   * @throws IdentityProviderRefused when it is no, late, not to this question or forged
   * @throws IdentityProviderAway when the provider cannot be asked
   */
  ClaimedPerson finish(SignInAttempt attempt, URI answer) {
    try {
      AuthenticationSuccessResponse granted = granted(attempt, answer);
      JWT token = redeem(attempt, granted);
      IDTokenClaimsSet claims = metadata.validator().validate(token, new Nonce(attempt.nonce()));
      Claims read = new Claims(claims.toJSONObject());
      return new ClaimedPerson(
          claims.getIssuer().getValue(),
          claims.getSubject().getValue(),
          read.text(config.usernameClaim()),
          read.text(config.nameClaim()),
          read.texts(config.groupsClaim()),
          token.getParsedString());
    } catch (ParseException | BadJOSEException e) {
      throw refused(e.getMessage());
    } catch (JOSEException | IOException e) {
      LOG.log(
          System.Logger.Level.WARNING, "The identity provider cannot be asked: {0}", e.toString());
      throw new IdentityProviderAway();
    }
  }

  private AuthenticationSuccessResponse granted(SignInAttempt attempt, URI answer)
      throws ParseException {
    AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
    if (clock.instant().isAfter(attempt.until())
        || !new State(attempt.state()).equals(response.getState())) {
      throw refused("late, or not the answer to this question");
    }
    boolean named = response.getIssuer() != null; // RFC 9207
    boolean promised = metadata.get().supportsAuthorizationResponseIssuerParam();
    if (named && !config.issuer().toString().equals(response.getIssuer().getValue())
        || promised && !named) {
      throw refused("the answer is another issuer's");
    }
    if (response instanceof AuthenticationErrorResponse error) {
      throw refused(error.getErrorObject().getCode());
    }
    return response.toSuccessResponse();
  }

  private JWT redeem(SignInAttempt attempt, AuthenticationSuccessResponse granted)
      throws ParseException, IOException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            granted.getAuthorizationCode(),
            config.redirectUri(),
            new CodeVerifier(attempt.verifier()));
    OIDCProviderMetadata provider = metadata.get();
    URI endpoint = provider.getTokenEndpointURI();
    ClientID client = new ClientID(config.clientId());
    HTTPRequest request =
        config
            .clientSecret()
            .map(
                secret ->
                    new TokenRequest.Builder(endpoint, proof(client, secret, provider), grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
            .build()
            .toHTTPRequest();
    int millis = (int) config.timeout().toMillis();
    request.setConnectTimeout(millis);
    request.setReadTimeout(millis);
    request.setFollowRedirects(false);
    TokenResponse response = OIDCTokenResponseParser.parse(request.send());
    if (response instanceof OIDCTokenResponse tokens
        && tokens.getOIDCTokens().getIDToken() != null) {
      return tokens.getOIDCTokens().getIDToken();
    }
    throw refused(
        response.indicatesSuccess()
            ? "no ID token came"
            : response.toErrorResponse().getErrorObject().getCode());
  }

  private static ClientAuthentication proof(
      ClientID client, String secret, OIDCProviderMetadata provider) {
    List<ClientAuthenticationMethod> known = provider.getTokenEndpointAuthMethods();
    boolean basic = known == null || known.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic
        ? new ClientSecretBasic(client, new Secret(secret))
        : new ClientSecretPost(client, new Secret(secret));
  }

  /** The reason is for the server's log; whoever tries to get in learns nothing from it. */
  private static IdentityProviderRefused refused(String reason) {
    LOG.log(System.Logger.Level.INFO, "A sign-in by the identity provider failed: {0}", reason);
    return new IdentityProviderRefused();
  }

  /**
   * Where a browser goes to sign out over there too; empty when the provider has no such place.
   *
   * @param idToken of the session that ends
   * @param back where the provider may send the browser then
   */
  Optional<URI> leaving(String idToken, URI back) {
    try {
      URI endpoint = metadata.get().getEndSessionEndpointURI();
      return endpoint == null
          ? Optional.empty()
          : Optional.of(
              new LogoutRequest(endpoint, com.nimbusds.jwt.JWTParser.parse(idToken), back, null)
                  .toURI());
    } catch (IdentityProviderAway | java.text.ParseException e) {
      return Optional.empty();
    }
  }
}
