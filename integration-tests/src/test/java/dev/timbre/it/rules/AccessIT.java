package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is taken away counts from the next request on. */
@OnRunningTimbre
class AccessIT {

  private static final String PASSWORD = "a-long-password-of-" + UUID.randomUUID();

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre admin;

  AccessIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.admin = timbre.admin();
  }

  @Test
  void revokedKey_opensNothing() {
    Company.Client client = company.client("1");
    client.calls().get("voices").expect(200);
    admin.delete("keys/" + client.keyId()).expect(204);
    client.calls().get("voices").refusedWith(401, "not-authenticated");
  }

  @Test
  void disabledPerson_isOutByKeyAndBySession() {
    Company.Person person = company.person("curator");
    String path = "people/" + person.id();
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("password", PASSWORD)).expect(200);
    Timbre session = signIn(admin.get(path).text("username"), PASSWORD);
    session.get("voices").expect(200);
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("disabled", true)).expect(200);
    session.get("voices").refusedWith(401, "not-authenticated");
    person.calls().get("voices").refusedWith(401, "not-authenticated");
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("disabled", false)).expect(200);
    person.calls().get("voices").expect(200);
  }

  @Test
  void revokedGrant_takesTheRoleAway() {
    Company.Person person = company.person("curator");
    person.calls().post("talents", Map.of("name", "First")).expect(201);
    String grant = admin.get("grants?person=" + person.id()).items().get(0).path("id").asText();
    admin.delete("grants/" + grant).expect(204);
    person.calls().post("talents", Map.of("name", "Second")).refusedWith(403, "role-missing");
  }

  @Test
  void disabledClient_isOutAndSpeaksNoMore() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    String path = "clients/" + client.id();
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("disabled", true)).expect(200);
    voice.speak(client, "Hallo.").refusedWith(401, "not-authenticated");
    assertThat(voice.ledger().speeches()).isOne();
  }

  @Test
  void clientOfAnotherBrand_doesNotSpeak() {
    VoiceCase voice = timbre.aLiveVoice();
    Company.Client stranger = Company.founded(admin).client("100");
    Answer refused = voice.speak(stranger, "Hallo.");
    assertThat(refused.status()).isIn(403, 404);
    assertThat(voice.ledger().speeches()).isZero();
  }

  @Test
  void expiredKey_cannotBeMade() {
    Map<String, String> past =
        Map.of(
            "label", "old",
            "person", company.curator().id(),
            "expiresAt", "2020-01-01T00:00:00Z");
    admin.post("keys", past).refusedWith(422, "key-expired");
  }

  @Test
  void strangers_getAProblemAndNoHint() {
    Answer none = timbre.anybody().get("voices").refusedWith(401, "not-authenticated");
    assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
    timbre.anybody().withKey("tb_nonsense").get("voices").refusedWith(401, "not-authenticated");
    timbre.anybody().with("Authorization", "Basic YTpi").get("voices").expect(401);
  }

  @Test
  void changeBySessionFromAnotherSite_isRefused() {
    Company.Person person = company.person("curator");
    String path = "people/" + person.id();
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("password", PASSWORD)).expect(200);
    Timbre session = signIn(admin.get(path).text("username"), PASSWORD);
    Map<String, String> talent = Map.of("name", "Anna");
    session.post("talents", talent).expect(201);
    session
        .with("Origin", "https://evil.example")
        .post("talents", talent)
        .refusedWith(403, "cross-site-refused");
  }

  @Test
  void wrongPassword_isRefusedAndStandsInTheLog() {
    Company.Person person = company.person("curator");
    String username = admin.get("people/" + person.id()).text("username");
    Timbre here = timbre.anybody().with("Origin", timbre.uri().toString());
    Map<String, String> wrong = Map.of("username", username, "password", "not-the-password");
    here.post("session", wrong).refusedWith(403, "sign-in-refused");
    assertThat(Audit.of(company.auditor().calls(), person.id()))
        .contains("session.sign-in refused sign-in-refused");
  }

  @Test
  void lastAdministrator_staysOne() throws SQLException {
    String path = "people/" + timbre.adminId();
    owner(
        "update person set disabled_at = '2001-01-01' where disabled_at is null and id <> '%s'"
                .formatted(timbre.adminId())
            + " and id in (select person_id from role_grant where role = 'ADMIN')");
    try {
      admin
          .ifMatch(admin.get(path).tag())
          .patch(path, Map.of("disabled", true))
          .refusedWith(409, "last-administrator");
      admin.get("people").expect(200);
    } finally {
      // those whom other tests made
      owner("update person set disabled_at = null where disabled_at = '2001-01-01'");
    }
  }

  private void owner(String change) throws SQLException {
    try (Connection database = timbre.database().asOwner().getConnection();
        Statement statement = database.createStatement()) {
      statement.execute(change);
    }
  }

  @Test
  void administratorOfOneBrand_isNotMade() {
    Company.Person person = company.person("curator");
    Map<String, String> grant =
        Map.of("person", person.id(), "role", "admin", "brand", company.brand());
    admin.post("grants", grant).expect(422);
  }

  private Timbre signIn(String username, String password) {
    Timbre here = timbre.anybody().with("Origin", timbre.uri().toString());
    Map<String, String> credentials = Map.of("username", username, "password", password);
    String cookie = here.post("session", credentials).expect(200).header("Set-Cookie");
    assertThat(cookie).contains("HttpOnly");
    return here.with("Cookie", cookie.replaceFirst(";.*", ""));
  }
}
