package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Browser;
import dev.timbre.it.client.RawCall;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.system.AccessSettings;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Sessions that end, passwords that are guessed, cookies and requests of others. */
@OnRunningTimbre
class SignInIT {

  private static final String PASSWORD = "seven green bicycles " + UUID.randomUUID();
  private static final String COOKIE = "TIMBRE_SESSION";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningTimbre timbre;
  private final Timbre admin;
  private final String username = "sign-in-" + UUID.randomUUID().toString().substring(0, 8);
  private final String id;

  SignInIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.admin = timbre.admin();
    Map<String, String> person =
        Map.of("username", username, "displayName", "Sina In", "password", PASSWORD);
    this.id = admin.post("people", person).expect(201).id();
    admin.post("grants", Map.of("person", id, "role", "curator")).expect(201);
  }

  private Answer attempt(String name, String password) {
    return timbre
        .anybody()
        .with("Origin", timbre.uri().toString())
        .post("session", Map.of("username", name, "password", password));
  }

  private Timbre signedIn() {
    String cookie = attempt(username, PASSWORD).expect(200).header("Set-Cookie").split(";")[0];
    return timbre.anybody().with("Cookie", cookie).with("Origin", timbre.uri().toString());
  }

  /** A sign-in as it comes through the trusted proxy from somewhere else. */
  private RawCall from(String address, String name, String password) {
    URI server = timbre.uri();
    String body = "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
    return RawCall.send(
        server,
        AccessSettings.TRUSTED_PROXY,
        List.of(
            "POST /api/v1/session HTTP/1.1",
            "Host: " + server.getAuthority(),
            "Origin: " + server,
            "X-Forwarded-For: " + address,
            "Content-Type: application/json"),
        body);
  }

  @Test
  void guesses_areDelayedAndSaidSo() {
    for (int i = 0; i < 5; i++) {
      attempt(username, "wrong " + i).refusedWith(403, "sign-in-refused");
    }
    awaitDelay(() -> attempt(username, "wrong")).refusedWith(429, "sign-in-delayed");
    attempt(username, PASSWORD).refusedWith(429, "sign-in-delayed");
    await().atMost(PATIENCE).until(() -> attempt(username, PASSWORD).status() == 200);
    assertThat(Audit.of(admin, id))
        .contains("session.sign-in refused sign-in-refused", "session.sign-in done");
  }

  /**
   * Goes on guessing until there is a delay that is not over before the next request: the first one
   * is a second only, and a slow machine needs longer to look at one password.
   */
  private static Answer awaitDelay(Supplier<Answer> guess) {
    return await()
        .atMost(PATIENCE)
        .until(
            guess::get,
            answer ->
                answer.status() == 429 && Integer.parseInt(answer.header("Retry-After")) >= 3);
  }

  @Test
  void userWhomNobodyKnows_isAnsweredLikeAnyOther() {
    String nobody = "nobody-" + UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      assertThat(attempt(nobody, "wrong").json().path("detail"))
          .isEqualTo(attempt(nobody + i, "wrong").json().path("detail"));
    }
    awaitDelay(() -> attempt(nobody, "wrong")).refusedWith(429, "sign-in-delayed");
    attempt(nobody + "\u0000", "wrong").refusedWith(403, "sign-in-refused");
  }

  @Test
  void guessesFromElsewhere_doNotKeepThePersonOut() {
    signedIn();
    for (int i = 0; i < 5; i++) {
      assertThat(from("198.51.100.23", username, "wrong").status()).isEqualTo(403);
    }
    await().atMost(PATIENCE).until(() -> from("198.51.100.24", username, "wrong").status() == 429);
    attempt(username, PASSWORD).expect(200);
  }

  @Test
  void guessesAtManyAccountsFromOneAddress_areDelayed() {
    String address = "203.0.113." + (1 + (int) (Math.random() * 250));
    int refused = 0;
    while (from(address, "account-" + refused + "-" + username, "wrong").status() == 403) {
      refused++;
      assertThat(refused).isLessThan(60);
    }
    // the first delay is a second, which a slow machine may need to look at the next password
    assertThat(refused).isBetween(50, 53);
  }

  @Test
  void guessesAtOnce_getNoFurther() {
    List<Integer> answers =
        Together.times(40, number -> attempt(username, "wrong " + number).status());
    assertThat(answers.stream().filter(status -> status == 403)).hasSizeLessThanOrEqualTo(5);
    assertThat(answers).contains(429);
  }

  @Test
  void nameTyped_isNowhereInTheLogs() throws Exception {
    String typed = "typed-" + UUID.randomUUID();
    attempt(typed, "wrong").expect(403);
    assertThat(admin.get("audit?limit=200").body()).doesNotContain(typed);
    assertThat(Files.readString(timbre.log(), StandardCharsets.UTF_8)).doesNotContain(typed);
  }

  @Test
  void newPassword_endsEveryOtherSession() {
    Timbre here = signedIn();
    Timbre elsewhere = signedIn();
    String next = "another " + PASSWORD;
    here.post("session/password", Map.of("current", "wrong wrong wrong", "password", next))
        .refusedWith(403, "password-wrong");
    here.post("session/password", Map.of("current", PASSWORD, "password", next)).expect(204);
    here.get("voices").expect(200);
    elsewhere.get("voices").refusedWith(401, "not-authenticated");
    attempt(username, PASSWORD).expect(403);
    attempt(username, next).expect(200);
    assertThat(Audit.of(admin, id)).contains("person.password done", "session.end done");
  }

  @Test
  void administrator_endsSessionsAndKeysGoOn() {
    Timbre session = signedIn();
    String key = admin.post("keys", Map.of("label", "k", "person", id)).expect(201).text("secret");
    admin.delete("people/" + id + "/sessions").expect(204);
    session.get("voices").refusedWith(401, "not-authenticated");
    timbre.anybody().withKey(key).get("voices").expect(200);
  }

  @Test
  void disabledPerson_isOutAndStaysOutAfterEnabling() {
    Timbre session = signedIn();
    String path = "people/" + id;
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("disabled", true)).expect(200);
    session.get("voices").refusedWith(401, "not-authenticated");
    attempt(username, PASSWORD).refusedWith(403, "sign-in-refused");
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("disabled", false)).expect(200);
    session.get("voices").refusedWith(401, "not-authenticated");
    signedIn().get("voices").expect(200);
  }

  @Test
  void sessionId_isAnotherAfterSignIn() {
    Browser browser = new Browser(timbre.uri()).open("/sign-in.xhtml");
    String before = browser.cookie(COOKIE);
    browser.signIn(username, PASSWORD).expectPath("/index.xhtml");
    assertThat(before).isNotNull();
    assertThat(browser.cookie(COOKIE)).isNotEqualTo(before);
    new Browser(timbre.uri()).open("/voices.xhtml").expectPath("/sign-in.xhtml");
  }

  @Test
  void signedOutSession_opensNothing() {
    Timbre session = signedIn();
    session.delete("session").expect(204);
    session.get("voices").refusedWith(401, "not-authenticated");
  }

  @Test
  void cookie_isOutOfReachOfScriptsAndOtherSites() {
    String cookie = attempt(username, PASSWORD).expect(200).header("Set-Cookie");
    assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Strict");
    assertThat(cookie).doesNotContainIgnoringCase("secure");
  }

  @Test
  void changeFromAnotherSite_isRefused() {
    Timbre session = signedIn();
    Map<String, String> talent = Map.of("name", "Kerstin");
    session
        .with("Origin", "https://evil.example")
        .post("talents", talent)
        .refusedWith(403, "cross-site-refused");
    session.post("talents", talent).expect(201);
  }

  @Test
  void formWithoutItsViewState_changesNothing() {
    Browser browser = new Browser(timbre.uri()).signIn(username, PASSWORD);
    URI profile = timbre.uri().resolve("/profile.xhtml");
    browser.post(
        profile,
        Map.of(
            "password", "password",
            "password:current", PASSWORD,
            "password:next", "a password of the attacker",
            "password:again", "a password of the attacker",
            "password:change", "x",
            "jakarta.faces.ViewState", "-1234567890:-1234567890"));
    attempt(username, PASSWORD).expect(200);
    browser.post(profile, Map.of("password", "password", "password:change", "x"));
    attempt(username, PASSWORD).expect(200);
  }
}
