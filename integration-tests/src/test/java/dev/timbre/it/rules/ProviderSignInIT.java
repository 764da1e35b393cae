package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Browser;
import dev.timbre.it.client.RawCall;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.system.Keycloak;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signing in by a real identity provider, which insists on PKCE. */
@OnRunningTimbre
class ProviderSignInIT {

  private final RunningTimbre timbre;
  private final Timbre admin;
  private final Keycloak keycloak;

  ProviderSignInIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.admin = timbre.admin();
    this.keycloak = timbre.keycloak();
  }

  private Browser signIn(Keycloak.Member member, String start) {
    return new Browser(timbre.uri())
        .open(start)
        .submit("password", Map.of("username", member.username(), "password", member.password()));
  }

  private Browser signIn(Keycloak.Member member) {
    return signIn(member, "/oidc/start");
  }

  private JsonNode person(String username) {
    return admin.get("people?limit=200").expect(200).items().stream()
        .filter(person -> person.path("username").asText().equals(username))
        .findFirst()
        .orElseThrow();
  }

  private List<String> grantsOf(String person) {
    return admin.get("grants?person=" + person).expect(200).items().stream()
        .map(grant -> grant.path("role").asText() + " by " + grant.path("origin").asText())
        .sorted()
        .toList();
  }

  private Timbre session(Browser browser) {
    return timbre
        .anybody()
        .with("Cookie", "TIMBRE_SESSION=" + browser.cookie("TIMBRE_SESSION"))
        .with("Origin", timbre.uri().toString());
  }

  @Test
  void memberOfAGroup_comesInWithItsRole() {
    Keycloak.Member member = keycloak.member("Clara Sommer", Keycloak.CURATORS);
    Browser browser = signIn(member, "/oidc/start?from=%2Frecordings.xhtml");
    browser.expectPath("/recordings.xhtml");
    assertThat(browser.body()).contains("Clara Sommer");
    JsonNode person = person(member.username());
    assertThat(person.path("displayName").asText()).isEqualTo("Clara Sommer");
    assertThat(grantsOf(person.path("id").asText())).containsExactly("curator by claim");
    session(browser).post("talents", Map.of("name", "Kerstin")).expect(201);
    assertThat(Audit.of(admin, person.path("id").asText()))
        .contains("person.create done", "person.identify done", "session.sign-in done");
  }

  @Test
  void firstAdministrator_comesByAGroup() {
    Browser browser = signIn(keycloak.member("Ada Okafor", Keycloak.ADMINS));
    browser.expectPath("/index.xhtml").open("/people.xhtml");
    assertThat(browser.status()).isEqualTo(200);
    session(browser).get("people").expect(200);
  }

  @Test
  void grantsOfGroups_followAndThoseByHandStay() {
    Keycloak.Member member = keycloak.member("Wei Zhang", Keycloak.CURATORS);
    signIn(member).expectPath("/index.xhtml");
    String id = person(member.username()).path("id").asText();
    admin.post("grants", Map.of("person", id, "role", "auditor")).expect(201);
    admin.post("grants", Map.of("person", id, "role", "curator")).expect(201);
    keycloak.join(member, Keycloak.CURATORS, false);
    keycloak.join(member, Keycloak.ADMINS, true);
    signIn(member).expectPath("/index.xhtml");
    assertThat(grantsOf(id))
        .containsExactly("admin by claim", "auditor by hand", "curator by hand");
    keycloak.join(member, Keycloak.ADMINS, false);
    signIn(member).expectPath("/index.xhtml");
    assertThat(grantsOf(id)).containsExactly("auditor by hand", "curator by hand");
  }

  @Test
  void roleFromAGroup_isNotTakenByHand() {
    Keycloak.Member member = keycloak.member("Ole Berg", Keycloak.CURATORS);
    signIn(member);
    String id = person(member.username()).path("id").asText();
    String grant = admin.get("grants?person=" + id).items().get(0).path("id").asText();
    admin.delete("grants/" + grant).refusedWith(409, "grant-from-claim");
  }

  @Test
  void samePerson_isKnownAgainByANewName() {
    Keycloak.Member member = keycloak.member("Ina Alt", Keycloak.CURATORS);
    signIn(member);
    int before = admin.get("people?limit=200").items().size();
    signIn(member).expectPath("/index.xhtml");
    assertThat(admin.get("people?limit=200").items()).hasSize(before);
  }

  @Test
  void takenUserName_isNotHandedOver() {
    String username = "taken-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> local =
        Map.of(
            "username", username, "displayName", "The Owner", "email", username + "@example.org");
    String owner = admin.post("people", local).expect(201).id();
    admin.post("grants", Map.of("person", owner, "role", "admin")).expect(201);
    Browser browser = signIn(keycloak.called(username, "Not Owner", Keycloak.CURATORS));
    browser.expectPath("/index.xhtml");
    session(browser).get("people").refusedWith(403, "role-missing");
    assertThat(admin.get("people/" + owner).text("displayName")).isEqualTo("The Owner");
    assertThat(Audit.of(admin, owner)).doesNotContain("session.sign-in done");
  }

  @Test
  void disabledPerson_staysOutWhateverTheProviderSays() {
    Keycloak.Member member = keycloak.member("Dora Dis", Keycloak.CURATORS);
    Browser browser = signIn(member);
    Timbre session = session(browser);
    session.get("voices").expect(200);
    String path = "people/" + person(member.username()).path("id").asText();
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("disabled", true)).expect(200);
    session.get("voices").refusedWith(401, "not-authenticated");
    Browser again = signIn(member).expectPath("/sign-in.xhtml");
    assertThat(again.body()).contains("did not let you in");
  }

  @Test
  void personWithoutGroup_comesInAndMayNothing() {
    Browser browser = signIn(keycloak.member("Nora Nix"));
    assertThat(session(browser).get("voices").status()).isEqualTo(403);
  }

  @Test
  void answerThatNobodyAskedFor_isRefused() {
    Browser browser = new Browser(timbre.uri());
    browser.open("/oidc/callback?code=stolen&state=guessed").expectPath("/sign-in.xhtml");
    browser.open("/oidc/callback").expectPath("/sign-in.xhtml");
    Browser other = new Browser(timbre.uri()).open("/oidc/start");
    other.open("/oidc/callback?code=stolen&state=guessed").expectPath("/sign-in.xhtml");
    assertThat(other.body()).contains("did not let you in");
  }

  @Test
  void answerIsTakenOnce() throws Exception {
    Keycloak.Member member = keycloak.member("Rita Rep", Keycloak.CURATORS);
    Browser browser = signIn(member);
    URI used =
        timbre
            .uri()
            .resolve("/oidc/callback?code=" + UUID.randomUUID() + "&state=" + UUID.randomUUID());
    browser.open(used.toString()).expectPath("/sign-in.xhtml");
  }

  @Test
  void wayBack_isFixedWhateverTheRequestSays() throws Exception {
    RawCall start =
        RawCall.send(
            timbre.uri(),
            "127.0.0.1",
            List.of("GET /oidc/start HTTP/1.1", "Host: evil.example"),
            "");
    assertThat(start.status()).isEqualTo(302);
    assertThat(start.header("Location"))
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A" + timbre.uri().getPort())
        .contains("code_challenge_method=S256", "state=", "nonce=")
        .doesNotContain("evil.example");
  }

  @Test
  void cookieThatDoesNotComeAlong_isFetchedByAWayOfOurOwn() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        timbre.uri().resolve("/oidc/callback?state=%22%3E%3Cscript%3E&code=c"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("http-equiv=\"refresh\"").doesNotContain("<script>");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }
}
