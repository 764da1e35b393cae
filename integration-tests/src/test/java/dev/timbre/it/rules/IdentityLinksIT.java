package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Browser;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.system.Keycloak;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People made by hand who sign in by the identity provider, since an administrator said so. */
@OnRunningTimbre
class IdentityLinksIT {

  private final RunningTimbre timbre;
  private final Timbre admin;
  private final Keycloak keycloak;

  IdentityLinksIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.admin = timbre.admin();
    this.keycloak = timbre.keycloak();
  }

  private String byHand() {
    String username = "hand-" + UUID.randomUUID().toString().substring(0, 8);
    return admin
        .post("people", Map.of("username", username, "displayName", "By Hand"))
        .expect(201)
        .id();
  }

  private Timbre signIn(Keycloak.Member member) {
    Browser browser =
        new Browser(timbre.uri())
            .open("/oidc/start")
            .submit(
                "password", Map.of("username", member.username(), "password", member.password()))
            .expectPath("/index.xhtml");
    return timbre
        .anybody()
        .with("Cookie", "TIMBRE_SESSION=" + browser.cookie("TIMBRE_SESSION"))
        .with("Origin", timbre.uri().toString());
  }

  private JsonNode madeBySignIn(Keycloak.Member member) {
    return peopleNamed(member).get(0);
  }

  private List<JsonNode> peopleNamed(Keycloak.Member member) {
    return admin.get("people?limit=200").expect(200).items().stream()
        .filter(person -> person.path("username").asText().equals(member.username()))
        .toList();
  }

  private List<JsonNode> identitiesOf(String person) {
    return admin.get("identities?person=" + person).expect(200).items();
  }

  private Map<String, String> link(String person, Keycloak.Member member) {
    return Map.of("person", person, "subject", member.id());
  }

  private List<String> grantsOf(String person) {
    return admin.get("grants?person=" + person).expect(200).items().stream()
        .map(grant -> grant.path("role").asText() + " by " + grant.path("origin").asText())
        .sorted()
        .toList();
  }

  @Test
  void personLinkedBeforeTheFirstSignIn_comesInAsThemselves() {
    Keycloak.Member member = keycloak.member("Hanna Vor", Keycloak.CURATORS);
    String person = byHand();
    admin.post("grants", Map.of("person", person, "role", "auditor")).expect(201);
    String link = admin.post("identities", link(person, member)).expect(201).id();
    signIn(member).get("people").expect(200); // as auditors may
    assertThat(grantsOf(person)).containsExactly("auditor by hand", "curator by claim");
    assertThat(identitiesOf(person)).extracting(i -> i.path("id").asText()).containsExactly(link);
    assertThat(Audit.of(admin, person)).contains("person.identify done", "session.sign-in done");
  }

  @Test
  void personLinkedAfterASignIn_takesTheIdentityOver() {
    Keycloak.Member member = keycloak.member("Nina Nach", Keycloak.CURATORS);
    Timbre before = signIn(member);
    String made = madeBySignIn(member).path("id").asText();
    String person = byHand();
    admin.post("identities", link(person, member)).expect(201);
    before.get("voices").refusedWith(401, "not-authenticated");
    assertThat(admin.get("people/" + made).expect(200).json().path("disabled").asBoolean())
        .isTrue();
    assertThat(identitiesOf(made)).isEmpty();
    assertThat(grantsOf(made)).isEmpty();
    signIn(member).get("voices").expect(200);
    assertThat(grantsOf(person)).containsExactly("curator by claim");
    assertThat(Audit.of(admin, made)).contains("person.disable done");
  }

  /** Or who submits a voice under one name could approve it under the other. */
  @Test
  void identityUnderWhichSomebodyWorked_staysWhereItIs() {
    Keycloak.Member member = keycloak.member("Wanda Werk", Keycloak.CURATORS);
    signIn(member).post("talents", Map.of("name", "Kerstin")).expect(201);
    String person = byHand();
    admin.post("identities", link(person, member)).refusedWith(409, "identity-in-use");
    assertThat(identitiesOf(person)).isEmpty();
    assertThat(identitiesOf(madeBySignIn(member).path("id").asText())).hasSize(1);
  }

  @Test
  void secondIdentityOfAPerson_isRefused() {
    String person = byHand();
    admin.post("identities", link(person, keycloak.member("Erste Eins"))).expect(201);
    admin
        .post("identities", link(person, keycloak.member("Zweite Zwei")))
        .refusedWith(409, "identity-exists");
  }

  @Test
  void unlinkedPerson_losesWhatTheProviderGave() {
    Keycloak.Member member = keycloak.member("Ute Un", Keycloak.CURATORS);
    String person = byHand();
    String link = admin.post("identities", link(person, member)).expect(201).id();
    Timbre session = signIn(member);
    admin.delete("identities/" + link).expect(204);
    session.get("voices").refusedWith(401, "not-authenticated");
    assertThat(grantsOf(person)).isEmpty();
    assertThat(identitiesOf(person)).extracting(i -> i.has("unlinkedAt")).containsExactly(true);
    assertThat(Audit.of(admin, person)).contains("person.unidentify done");
  }

  /** Or they would be two people, of whom one approves what the other submits. */
  @Test
  void unlinkedPerson_isNotLetInAsSomebodyElse_untilTheyAreLinkedAgain() {
    Keycloak.Member member = keycloak.member("Uwe Un", Keycloak.CURATORS);
    String person = byHand();
    String link = admin.post("identities", link(person, member)).expect(201).id();
    admin.delete("identities/" + link).expect(204);
    refused(member);
    assertThat(peopleNamed(member)).isEmpty();
    assertThat(admin.post("identities", link(person, member)).expect(201).id()).isEqualTo(link);
    signIn(member).get("voices").expect(200);
    assertThat(grantsOf(person)).containsExactly("curator by claim");
  }

  @Test
  void subjectOfTheWrongPerson_isLinkedWithTheRightOneAfterwards() {
    Keycloak.Member member = keycloak.member("Rita Richtig", Keycloak.CURATORS);
    String wrong = byHand();
    String link = admin.post("identities", link(wrong, member)).expect(201).id();
    admin.delete("identities/" + link).expect(204);
    String right = byHand();
    admin.post("identities", link(right, member)).expect(201);
    signIn(member).get("voices").expect(200);
    assertThat(grantsOf(right)).containsExactly("curator by claim");
    assertThat(admin.get("people/" + wrong).expect(200).json().path("disabled").asBoolean())
        .isFalse();
  }

  private void refused(Keycloak.Member member) {
    new Browser(timbre.uri())
        .open("/oidc/start")
        .submit("password", Map.of("username", member.username(), "password", member.password()))
        .expectPath("/sign-in.xhtml");
  }

  @Test
  void sameRequestTwice_linksOnce() {
    Keycloak.Member member = keycloak.member("Ida Idem");
    String person = byHand();
    Timbre keyed = admin.with("Idempotency-Key", UUID.randomUUID().toString());
    String first = keyed.post("identities", link(person, member)).expect(201).id();
    assertThat(keyed.post("identities", link(person, member)).expect(201).id()).isEqualTo(first);
  }
}
