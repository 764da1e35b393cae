package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come in pages that neither lose nor repeat anything. */
@OnRunningTimbre
class PagingIT {

  private static final int SOME = 5;

  private static Company company;

  @BeforeAll
  static void someOfEach(RunningTimbre timbre) {
    company = timbre.company();
    Company.Client client = company.client("100");
    timbre.aDraftVoice().spoken(client).speak(client, "Noch einmal.").expect(200);
    for (int i = 0; i < SOME; i++) {
      timbre.aDraftVoice();
      Company.founded(timbre.admin()).client("1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "brands",
        "people",
        "grants",
        "clients",
        "keys",
        "budgets",
        "provider-accounts",
        "talents",
        "consents",
        "recordings",
        "voices",
        "voices?state=draft",
        "speeches",
        "usage",
        "audit?action=voice.create"
      })
  void pages_holdEverythingOnceAndTheNewestFirst(String list) {
    Timbre caller = list.startsWith("audit") ? company.auditor().calls() : reader(list);
    String path = list + (list.contains("?") ? "&" : "?");
    List<JsonNode> whole = pages(caller, path + "limit=200");
    List<JsonNode> small = pages(caller, path + "limit=3");
    assertThat(ids(small)).isEqualTo(ids(whole)).doesNotHaveDuplicates().isNotEmpty();
    assertThat(ids(small)).isSortedAccordingTo(Comparator.<String>naturalOrder().reversed());
  }

  private static Timbre reader(String list) {
    return list.startsWith("recordings") || list.startsWith("voices")
        ? company.curator().calls()
        : company.admin();
  }

  private static List<JsonNode> pages(Timbre caller, String path) {
    List<JsonNode> all = new ArrayList<>();
    Answer page = caller.get(path).expect(200);
    all.addAll(page.items());
    while (page.json().hasNonNull("next")) {
      assertThat(page.items()).isNotEmpty();
      page = caller.get(path + "&after=" + page.text("next")).expect(200);
      all.addAll(page.items());
    }
    return all;
  }

  private static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("id").asText()).toList();
  }

  @Test
  void whatComesMeanwhile_doesNotShiftThePages() {
    Timbre curator = company.curator().calls();
    for (int i = 0; i < SOME; i++) {
      curator.post("talents", Map.of("name", "Early")).expect(201);
    }
    Answer first = curator.get("talents?limit=2").expect(200);
    String added = curator.post("talents", Map.of("name", "Late")).expect(201).id();
    List<String> second =
        ids(curator.get("talents?limit=2&after=" + first.text("next")).expect(200).items());
    assertThat(second).doesNotContainAnyElementsOf(ids(first.items())).doesNotContain(added);
    assertThat(ids(curator.get("talents?limit=1").items())).containsExactly(added);
  }

  @Test
  void filters_findWhatTheySay() {
    Timbre curator = company.curator().calls();
    assertThat(curator.get("voices?state=draft&limit=200").expect(200).items())
        .isNotEmpty()
        .allMatch(voice -> voice.path("state").asText().equals("draft"));
    assertThat(curator.get("voices?q=" + company.slug()).expect(200).items()).isNotEmpty();
    assertThat(curator.get("voices?q=%25").expect(200).items()).isEmpty();
    assertThat(company.auditor().calls().get("audit?outcome=refused&limit=50").expect(200).items())
        .allMatch(entry -> entry.path("outcome").asText().equals("refused"));
  }
}
