package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Captured;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of the table of roles that names something of a brand, by those of another brand. */
@OnRunningTimbre
class BrandsIT {

  private static final List<String> OF_A_BRAND =
      List.of("{voice}", "{recording}", "{consent}", "{talent}", "{brand}");

  /** Where the table names something by any id, here it is something of the brand. */
  private static final Map<String, String> OWN = new LinkedHashMap<>();

  private static final Map<String, Timbre> STRANGERS = new LinkedHashMap<>();
  private static VoiceCase live;
  private static Company company;

  @BeforeAll
  static void peopleOfAnotherBrand(RunningTimbre timbre) {
    company = timbre.company();
    live = timbre.aLiveVoice();
    OWN.put("clones", live.newestClone().path("id").asText());
    OWN.put("speeches", live.speak(company.client("100"), "Guten Tag.").header("Timbre-Speech"));
    OWN.put("consents", live.consent());
    OWN.put("captures", Captured.of(company, timbre.anybody()).id());
    OWN.put("talents", company.talent());
    OWN.put("brands", company.brand());
    Company other = Company.founded(timbre.admin());
    STRANGERS.put("curator", other.curator().calls());
    STRANGERS.put("approver", other.approver().calls());
    STRANGERS.put("auditor", other.person("auditor").calls());
    for (String scope :
        List.of("voices:read", "voices:write", "recordings:write", "consents:write", "speech")) {
      STRANGERS.put(scope, other.client("1", "customer_service", Set.of(scope)).calls());
    }
  }

  static List<Arguments> calls() throws IOException {
    byte[] table = BrandsIT.class.getResourceAsStream("/roles.csv").readAllBytes();
    return new String(table, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\\|"))
        .filter(row -> row.length > 1 && isOfABrand(row[1]))
        .map(row -> Arguments.of(row[0], row[1], row[2].isEmpty() ? null : row[2]))
        .toList();
  }

  /** Which brands there are, everybody sees. */
  private static boolean isOfABrand(String path) {
    String kind = path.split("/")[0];
    return OF_A_BRAND.stream().anyMatch(path::contains)
        || OWN.containsKey(kind) && path.contains("{random}") && !path.equals("brands/{random}");
  }

  @Test
  void owner_seesWhatIsShutToOthers() {
    OWN.forEach((kind, id) -> company.curator().calls().get(kind + "/" + id).expect(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people",
        "people/{person}",
        "grants",
        "grants/{random}",
        "identities?person={person}",
        "identities/{random}",
        "invitations/{random}",
        "clients",
        "clients/{client}",
        "uses/{use}",
        "keys",
        "keys/{key}",
        "webhooks",
        "webhooks/{random}",
        "webhooks/{random}/deliveries",
        "webhook-deliveries/{random}"
      })
  void whatIsTheWholeCompanys_isShutToAuditorsOfOneBrand(String path) {
    Company.Client client = company.client("1");
    String address =
        filled(
            path.replace("{person}", company.curator().id())
                .replace("{client}", client.id())
                .replace("{use}", client.use())
                .replace("{key}", client.keyId()));

    company.person("auditor").calls().get(address).refusedWith(403, "company-not-allowed");
    assertThat(company.auditor().calls().get(address).status()).isIn(200, 404);
  }

  @Test
  void budgets_areSeenByTheAuditorsOfTheirBrand(RunningTimbre timbre) {
    Company spending = Company.founded(timbre.admin());
    Company.Client client = spending.client("7");
    Map<String, Object> wanted =
        Map.of("brand", spending.brand(), "monthlyLimit", Map.of("amount", "9", "currency", "CNY"));
    String ofBrand = spending.admin().post("budgets", wanted).expect(201).id();
    Timbre own = spending.person("auditor").calls();
    Timbre stranger = STRANGERS.get("auditor");

    for (String budget : List.of(client.budget(), ofBrand)) {
      own.get("budgets/" + budget).expect(200);
      assertThat(stranger.get("budgets/" + budget).status()).isEqualTo(403);
      assertThat(idsOf(own.get("budgets?limit=200"))).contains(budget);
      assertThat(idsOf(stranger.get("budgets?limit=200"))).doesNotContain(budget);
    }
    stranger.get("budgets?brand=" + spending.brand()).refusedWith(403, "brand-not-allowed");
    stranger.get("budgets?client=" + client.id()).refusedWith(403, "company-not-allowed");
  }

  private static List<String> idsOf(Answer list) {
    return list.expect(200).items().stream().map(item -> item.path("id").asText()).toList();
  }

  @Test
  void clientThatReadsUsage_seesNoOtherClient() {
    Timbre client = company.client("1").calls();
    String other = company.client("1").id();

    client.get("clients/" + other).refusedWith(403, "client-not-yours");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("calls")
  void whatBelongsToABrand_isShutToThoseOfAnother(String method, String path, String body) {
    STRANGERS.forEach(
        (name, calls) -> {
          Answer answer = ask(calls, method, path, body);
          assertThat(answer.status()).as("%s: %s", name, answer).isIn(403, 404);
        });
  }

  private static Answer ask(Timbre calls, String method, String path, String body) {
    Timbre versioned = calls.ifMatch("\"0\"");
    String address = filled(path);
    return "form".equals(body)
        ? versioned.upload(address, new Form().file("file", "x.mp3", new byte[0]))
        : versioned.json(method, address, body == null ? "{}" : filled(body));
  }

  private static String filled(String template) {
    String own = OWN.getOrDefault(template.split("/")[0], "");
    return template
        .replaceFirst("^([a-z]+)/\\{random}", "$1/" + (own.isEmpty() ? "{random}" : own))
        .replace("{random}", UUID.randomUUID().toString())
        .replace("{voice}", live.id())
        .replace("{brand}", company.brand())
        .replace("{recording}", company.recording())
        .replace("{consent}", live.consent())
        .replace("{talent}", company.talent());
  }
}
