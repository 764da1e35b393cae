package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Browser;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log is the company's: a role for one brand does not open it, nor a client of one brand. */
@OnRunningTimbre
class LogReadersIT {

  private static final String PASSWORD = "nine slow rivers " + UUID.randomUUID();

  private final Timbre admin;
  private final Company company;
  private final VoiceCase voice;

  /** Where there is one brand only, its clients are those of every brand. */
  @BeforeAll
  static void anotherBrand(RunningTimbre timbre) {
    Company.founded(timbre.admin());
  }

  LogReadersIT(RunningTimbre timbre) {
    this.admin = timbre.admin();
    this.company = timbre.company();
    this.voice = timbre.aDraftVoice();
  }

  /** Those who hold what opens the log, but not for all brands; administrators hold it for all. */
  private Map<String, Timbre> ofOneBrand() {
    Map<String, Timbre> callers = new LinkedHashMap<>();
    callers.put("auditor", company.person("auditor").calls());
    callers.put(
        "audit:read", company.client("1", "customer_service", Set.of("audit:read")).calls());
    return callers;
  }

  private String entry() {
    List<JsonNode> about =
        company.auditor().calls().get("audit?subject=" + voice.id()).expect(200).items();
    return about.get(0).path("id").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit",
        "audit?subject={voice}",
        "audit/{entry}",
        "audit/{entry}/proof",
        "audit/consistency?from=1",
        "audit/export",
        "audit/export?format=ocsf"
      })
  void roleForOneBrand_opensNothingOfTheLog(String path) {
    String address = path.replace("{voice}", voice.id()).replace("{entry}", entry());
    ofOneBrand().forEach((name, calls) -> calls.get(address).refusedWith(403, "log-not-allowed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit/keys", "audit/checkpoints", "audit/verifier"})
  void whatChecksTheLog_isOpenToEveryAuditor(String path) {
    ofOneBrand().forEach((name, calls) -> calls.get(path).expect(200));
  }

  @Test
  void refusal_standsInTheLog() {
    Company.Person auditor = company.person("auditor");

    auditor.calls().get("audit").refusedWith(403, "log-not-allowed");

    assertThat(company.auditor().calls().get("audit?actor=" + auditor.id()).expect(200).items())
        .extracting(e -> e.path("action").asText() + " " + e.path("reason").asText())
        .containsExactly("access.deny log-not-allowed");
  }

  /** More than there are connections: each that is refused must not wait for a second one. */
  @Test
  void crowdThatIsRefused_keepsNobodyWaiting() {
    Timbre auditor = company.person("auditor").calls();

    List<Answer> answers = Together.times(60, i -> auditor.get("audit"));

    assertThat(answers).allSatisfy(answer -> answer.refusedWith(403, "log-not-allowed"));
  }

  @Test
  void clientOfEveryBrand_readsTheLogUntilThereIsAnotherBrand() {
    Company.Client client = company.client("1", "customer_service", Set.of("audit:read"));
    List<String> brands = brands();
    String path = "clients/" + client.id();
    admin
        .ifMatch(admin.get(path).expect(200).tag())
        .patch(path, Map.of("brands", brands))
        .expect(200);
    client.calls().get("audit?limit=1").expect(200);

    Company.founded(admin);

    client.calls().get("audit?limit=1").refusedWith(403, "log-not-allowed");
  }

  private List<String> brands() {
    List<String> brands = new ArrayList<>();
    String after = "";
    while (after != null) {
      Answer page = admin.get("brands?limit=200" + after).expect(200);
      page.items().forEach(brand -> brands.add(brand.path("id").asText()));
      after = page.text("next") == null ? null : "&after=" + page.text("next");
    }
    return brands;
  }

  @Test
  void secondGrantForAllBrands_opensTheLog() {
    Company.Person auditor = company.person("auditor");
    auditor.calls().get("audit?limit=1").refusedWith(403, "log-not-allowed");

    admin.post("grants", Map.of("person", auditor.id(), "role", "auditor")).expect(201);

    auditor.calls().get("audit?limit=1").expect(200);
  }

  @Test
  void pagesOfTheLog_sayWhyAndStandInNoMenu(RunningTimbre timbre) {
    Browser reader = auditorOfTheBrand(timbre);

    assertThat(reader.open("/index.xhtml").body()).doesNotContain("audit.xhtml");
    for (String page : List.of("/audit.xhtml", "/audit-entry.xhtml?id=" + entry())) {
      assertThat(reader.open(page).status()).isEqualTo(403);
      assertThat(reader.body()).contains("auditor or administrator for all brands");
    }
    assertThat(reader.open("/audit-proof.xhtml").status()).isEqualTo(200);
    assertThat(reader.body()).contains("timbre/audit+").doesNotContain("api/v1/audit/export");
  }

  @Test
  void historyOfAVoice_isOpenToTheAuditorsOfItsBrand(RunningTimbre timbre) {
    Browser reader = auditorOfTheBrand(timbre);

    assertThat(reader.open("/voice.xhtml?id=" + voice.alias()).status()).isEqualTo(200);
    assertThat(reader.body()).contains("Voice registered");
  }

  private Browser auditorOfTheBrand(RunningTimbre timbre) {
    String name = "one-brand-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> person =
        Map.of("username", name, "displayName", name, "password", PASSWORD);
    String id = admin.post("people", person).expect(201).id();
    Map<String, String> grant = Map.of("person", id, "role", "auditor", "brand", company.brand());
    admin.post("grants", grant).expect(201);
    return new Browser(timbre.uri()).signIn(name, PASSWORD).expectPath("/index.xhtml");
  }
}
