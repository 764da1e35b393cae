package dev.timbre.access.control.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the provider or somebody in between sends, only a true answer lets anybody in. */
class IdentityProviderTest {

  private static final String BACK = "https://timbre.example/oidc/callback";

  private HandMadeProvider outside;
  private IdentityProvider provider;
  private SignInAttempt attempt;

  @BeforeEach
  void start() throws Exception {
    outside = new HandMadeProvider();
    provider = at(Clock.systemUTC());
    attempt = provider.begin();
  }

  private IdentityProvider at(Clock clock) {
    OidcConfig config = new OidcConfig();
    config.issuer = Optional.of(outside.address());
    config.clientId = Optional.of(HandMadeProvider.CLIENT);
    config.clientSecret = Optional.of(HandMadeProvider.SECRET);
    config.redirectUri = Optional.of(BACK);
    config.scopes = "openid profile";
    config.usernameClaim = "preferred_username";
    config.nameClaim = "name";
    config.groupsClaim = "groups";
    config.timeout = Duration.ofSeconds(5);
    ProviderMetadata metadata = new ProviderMetadata();
    metadata.config = config;
    metadata.clock = clock;
    IdentityProvider made = new IdentityProvider();
    made.config = config;
    made.metadata = metadata;
    made.clock = clock;
    return made;
  }

  @AfterEach
  void end() {
    outside.close();
  }

  private URI answer(String state) {
    return URI.create(BACK + "?code=c-1&state=" + state);
  }

  private ClaimedPerson finish() {
    return provider.finish(attempt, answer(attempt.state()));
  }

  private void refusedWith(Function<JWTClaimsSet.Builder, String> token) {
    outside.hand(() -> token.apply(outside.claims(attempt.nonce())));
    assertThatThrownBy(this::finish).isInstanceOf(IdentityProviderRefused.class);
  }

  @Test
  void trueAnswer_saysWhoItIs() {
    outside.hand(() -> outside.signed(outside.claims(attempt.nonce()).build()));

    ClaimedPerson claimed = finish();

    assertThat(claimed.issuer()).isEqualTo(outside.address());
    assertThat(claimed.subject()).isEqualTo("s-1");
    assertThat(claimed.username()).isEqualTo("anna");
    assertThat(claimed.displayName()).isEqualTo("Anna Berg");
    assertThat(claimed.groups()).containsExactlyInAnyOrder("voices", "it");
  }

  @Test
  void question_carriesStateNonceChallengeAndTheFixedAddress() {
    assertThat(attempt.address().getQuery())
        .contains("state=" + attempt.state(), "nonce=" + attempt.nonce())
        .contains("code_challenge_method=S256", "redirect_uri=" + BACK)
        .doesNotContain(attempt.verifier());
    assertThat(provider.begin().state()).isNotEqualTo(attempt.state());
  }

  @Test
  void code_isRedeemedWithTheVerifier() {
    outside.hand(() -> outside.signed(outside.claims(attempt.nonce()).build()));
    finish();
    assertThat(outside.form()).contains("code_verifier=" + attempt.verifier(), "code=c-1");
  }

  @Test
  void answerToAnotherQuestion_isRefusedWithoutRedeemingTheCode() {
    assertThatThrownBy(() -> provider.finish(attempt, answer("another")))
        .isInstanceOf(IdentityProviderRefused.class);
    assertThatThrownBy(() -> provider.finish(attempt, URI.create(BACK + "?code=c-1")))
        .isInstanceOf(IdentityProviderRefused.class);
    assertThat(outside.form()).isEmpty();
  }

  @Test
  void errorOfTheProvider_isARefusal() {
    URI error = URI.create(BACK + "?error=access_denied&state=" + attempt.state());
    assertThatThrownBy(() -> provider.finish(attempt, error))
        .isInstanceOf(IdentityProviderRefused.class);
  }

  @Test
  void answerThatNamesAnotherIssuer_isRefused() {
    URI mixedUp = URI.create(answer(attempt.state()) + "&iss=https%3A%2F%2Fevil.example");
    assertThatThrownBy(() -> provider.finish(attempt, mixedUp))
        .isInstanceOf(IdentityProviderRefused.class);
    assertThat(outside.form()).isEmpty();
  }

  @Test
  void lateAnswer_isRefused() {
    IdentityProvider later = at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11)));
    assertThatThrownBy(() -> later.finish(attempt, answer(attempt.state())))
        .isInstanceOf(IdentityProviderRefused.class);
  }

  @Test
  void unsignedToken_isRefused() {
    refusedWith(claims -> HandMadeProvider.unsigned(claims.build()));
  }

  @Test
  void tokenSignedWithTheClientsSecret_isRefused() {
    refusedWith(claims -> HandMadeProvider.signedWithOurSecret(claims.build()));
  }

  @Test
  void tokenSignedBySomebodyElse_isRefused() throws Exception {
    var stranger = new RSAKeyGenerator(2048).keyID("known").generate();
    refusedWith(claims -> HandMadeProvider.signed(claims.build(), stranger));
  }

  @Test
  void changedToken_isRefused() {
    refusedWith(
        claims -> {
          String[] parts = outside.signed(claims.build()).split("\\.");
          String body = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
          String forged = body.replace("s-1", "s-2");
          byte[] bytes = forged.getBytes(StandardCharsets.UTF_8);
          parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
          return String.join(".", parts);
        });
  }

  @Test
  void tokenOfAnotherIssuer_isRefused() {
    refusedWith(claims -> outside.signed(claims.issuer("https://evil.example").build()));
  }

  @Test
  void tokenForAnotherClient_isRefused() {
    refusedWith(claims -> outside.signed(claims.audience("payroll").build()));
  }

  @Test
  void tokenOfAnotherSignIn_isRefused() {
    refusedWith(claims -> outside.signed(claims.claim("nonce", "another").build()));
    refusedWith(claims -> outside.signed(claims.claim("nonce", null).build()));
  }

  @Test
  void expiredToken_isRefused() {
    Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
    refusedWith(claims -> outside.signed(claims.expirationTime(past).build()));
  }

  @Test
  void tokenFromTheFuture_isRefused() {
    Date future = Date.from(Instant.now().plus(Duration.ofMinutes(10)));
    refusedWith(claims -> outside.signed(claims.issueTime(future).build()));
  }

  @Test
  void missingToken_isRefused() {
    refusedWith(claims -> "");
    refusedWith(claims -> "no.token");
  }

  @Test
  void providerThatCallsItselfOtherwise_isNotAsked() {
    outside.callItself("https://evil.example");
    IdentityProvider fresh = at(Clock.systemUTC());
    assertThatThrownBy(fresh::begin).isInstanceOf(IdentityProviderAway.class);
  }

  @Test
  void providerThatIsAway_isSaidSo() {
    outside.close();
    IdentityProvider fresh = at(Clock.systemUTC());
    assertThatThrownBy(fresh::begin).isInstanceOf(IdentityProviderAway.class);
  }

  @Test
  void leaving_goesToTheProviderAndBack() {
    String token = outside.signed(outside.claims(attempt.nonce()).build());
    assertThat(provider.leaving(token, URI.create("https://timbre.example/sign-in.xhtml")))
        .hasValueSatisfying(
            address ->
                assertThat(address.toString())
                    .startsWith(outside.address() + "/leave?")
                    .contains("post_logout_redirect_uri=", "id_token_hint="));
  }
}
