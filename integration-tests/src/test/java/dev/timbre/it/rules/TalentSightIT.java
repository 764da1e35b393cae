package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Browser;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Captured;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Talents and what they agreed to are known to the brands concerned, and their contact to fewer.
 */
@OnRunningTimbre
class TalentSightIT {

  private static final String CONTACT = "anna@example.org";
  private static final String PASSWORD = "a-long-enough-password-17";

  private final RunningTimbre timbre;
  private Company own;
  private Company other;
  private String talent;
  private String consent;

  TalentSightIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeEach
  void twoBrandsAndATalentOfOne() {
    own = Company.founded(timbre.admin());
    other = Company.founded(timbre.admin());
    Timbre curator = own.curator().calls();
    talent = curator.post("talents", Map.of("name", "Anna", "contact", CONTACT)).expect(201).id();
    consent = curator.post("consents", consentFor(own)).expect(201).id();
  }

  private Map<String, Object> consentFor(Company company) {
    Map<String, Object> scope = new LinkedHashMap<>(company.consentTo("customer_service"));
    scope.put("talent", talent);
    return scope;
  }

  private static List<String> ids(Timbre caller, String list) {
    return caller.get(list + "?limit=200").expect(200).items().stream()
        .map(item -> item.path("id").asText())
        .toList();
  }

  @Test
  void thoseOfAnotherBrand_seeNeitherTalentNorConsent() {
    for (String role : List.of("curator", "approver", "auditor")) {
      Timbre stranger = other.person(role).calls();
      stranger.get("talents/" + talent).refusedWith(404, "talent-not-found");
      stranger.get("consents/" + consent).refusedWith(404, "consent-not-found");
      assertThat(ids(stranger, "talents")).doesNotContain(talent).contains(other.talent());
      assertThat(ids(stranger, "consents")).doesNotContain(consent);
      assertThat(stranger.get("consents?talent=" + talent).expect(200).items()).isEmpty();
    }
    Timbre system = other.client("1", "customer_service", Set.of("consents:write")).calls();
    system.get("talents/" + talent).refusedWith(404, "talent-not-found");
    assertThat(ids(system, "consents")).doesNotContain(consent);
  }

  @Test
  void thoseOfAnotherBrand_areToldNothingByWhatTheyTryToChange() {
    Timbre stranger = other.curator().calls();
    String capture = Captured.of(own, timbre.anybody()).id();
    stranger
        .post("consents/" + consent + "/withdrawal", Map.of())
        .refusedWith(404, "consent-not-found");
    stranger
        .upload("consents/" + consent + "/evidence", new Form().file("file", "x.txt", new byte[9]))
        .refusedWith(404, "consent-not-found");
    stranger.post("captures/" + capture + "/link", Map.of()).refusedWith(404, "capture-not-found");
    stranger
        .post("captures/" + capture + "/revocation", Map.of())
        .refusedWith(404, "capture-not-found");
  }

  @Test
  void thoseOfAnotherBrand_cannotMakeTheTalentTheirs() {
    Timbre stranger = other.curator().calls();
    stranger.post("consents", consentFor(other)).refusedWith(404, "talent-not-found");
    stranger.get("talents/" + talent).expect(404);
    other
        .client("1", "customer_service", Set.of("administration"))
        .calls()
        .post("talents/" + talent + "/erasure", Map.of("endFirst", true))
        .refusedWith(403, "brand-not-allowed");
    assertThat(own.curator().calls().get("talents/" + talent).text("name")).isEqualTo("Anna");
  }

  /** A brand that was dropped still has to explain what rested on the version that named it. */
  @Test
  void evidence_isShownToTheBrandsOfItsVersion() {
    Timbre keeper = own.person("curator", null).calls();
    attach(keeper, "early.pdf");
    Map<String, Object> both = consentFor(own);
    both.put("brands", List.of(own.brand(), other.brand()));
    extend(keeper, both);
    attach(keeper, "shared.pdf");
    extend(keeper, consentFor(other));
    attach(keeper, "late.pdf");

    assertThat(page(own)).contains("early.pdf", "shared.pdf").doesNotContain("late.pdf");
    assertThat(page(other)).contains("shared.pdf", "late.pdf").doesNotContain("early.pdf");
    assertThat(evidenceFor(own)).isEmpty();
    assertThat(evidenceFor(other)).containsExactly("late.pdf");
  }

  private List<String> evidenceFor(Company company) {
    Timbre reader = company.person("auditor").calls();
    return reader.get("consents/" + consent + "/evidence").expect(200).items().stream()
        .map(piece -> piece.path("filename").asText())
        .toList();
  }

  private void extend(Timbre keeper, Map<String, Object> scope) {
    keeper.ifMatch("*").post("consents/" + consent + "/versions", scope).expect(200);
  }

  private void attach(Timbre keeper, String name) {
    byte[] content = name.getBytes(StandardCharsets.UTF_8);
    Form form = new Form().field("kind", "document").file("file", name, content);
    keeper.upload("consents/" + consent + "/evidence", form).expect(201);
  }

  /** The consent as an auditor of a brand has it before them. */
  private String page(Company company) {
    String name = "auditor-" + UUID.randomUUID().toString().substring(0, 8);
    Timbre admin = timbre.admin();
    Map<String, String> person =
        Map.of("username", name, "displayName", name, "password", PASSWORD);
    String id = admin.post("people", person).expect(201).id();
    Map<String, String> grant = Map.of("person", id, "role", "auditor", "brand", company.brand());
    admin.post("grants", grant).expect(201);
    Browser reader =
        new Browser(timbre.uri()).signIn(name, PASSWORD).open("/consent.xhtml?id=" + consent);
    assertThat(reader.status()).isEqualTo(200);
    return reader.body();
  }

  @Test
  void contact_isShownToThoseWhoReachTheTalent() {
    assertThat(contactFor(own.curator().calls())).isEqualTo(CONTACT);
    assertThat(contactFor(timbre.admin())).isEqualTo(CONTACT);
    for (String role : List.of("approver", "auditor")) {
      Timbre reader = own.person(role).calls();
      assertThat(contactFor(reader)).isEmpty();
      assertThat(reader.get("talents?limit=200").body()).contains(talent).doesNotContain(CONTACT);
    }
  }

  private String contactFor(Timbre caller) {
    return caller.get("talents/" + talent).expect(200).json().path("contact").asText();
  }

  @Test
  void talentOfNobodyYet_isKnownToEverybodyWhoReadsTalents() {
    String fresh = own.curator().calls().post("talents", Map.of("name", "Nova")).expect(201).id();
    assertThat(ids(other.curator().calls(), "talents")).contains(fresh);
    other.curator().calls().get("talents/" + fresh).expect(200);
  }
}
