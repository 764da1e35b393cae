package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is decided about unused clones can be decided anew until their deadline. */
@InLockOrder
class DeadlineDecisionsIT {

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre approver;

  DeadlineDecisionsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = Company.founded(timbre.admin());
    this.approver = company.approver().calls();
  }

  private VoiceCase aLiveVoice() {
    return company.aDraftVoice(timbre.provider()).live();
  }

  private JsonNode deadline() {
    return approver.get("deadlines?brand=" + company.brand()).expect(200).items().get(0);
  }

  @Test
  void cloneLeftToLapse_isOpenAgainOnceThatIsTakenBack() {
    VoiceCase voice = aLiveVoice();
    String clone = voice.newestClone().path("id").asText();
    String lapse = "clones/" + clone + "/lapse";
    approver.delete(lapse).refusedWith(409, "nothing-to-take-back");
    approver.post(lapse, Map.of()).expect(200);
    assertThat(deadline().path("decision").path("kind").asText()).isEqualTo("let_lapse");

    company.curator().calls().delete(lapse).refusedWith(403, "role-missing");
    Answer back = approver.delete(lapse).expect(200);

    assertThat(back.text("state")).isEqualTo("taken_back");
    assertThat(deadline().has("decision")).isFalse();
    approver.delete(lapse).refusedWith(409, "nothing-to-take-back");
    assertThat(voice.audit(clone)).contains("clone.undecide done");
    approver.post(lapse, Map.of()).expect(200);
    approver.post("clones/" + clone + "/activation").expect(200);
    assertThat(ledger())
        .containsExactly("activate done", "let_lapse overtaken", "let_lapse taken_back");
  }

  private List<String> ledger() {
    return approver.get("clone-decisions?brand=" + company.brand()).expect(200).items().stream()
        .map(line -> line.path("kind").asText() + " " + line.path("state").asText())
        .toList();
  }

  @Test
  void policyThatActivates_countsAgainWhenLettingLapseIsTakenBack() {
    VoiceCase voice = aLiveVoice();
    String lapse = "clones/" + voice.newestClone().path("id").asText() + "/lapse";
    approver.post(lapse, Map.of()).expect(200);
    Map<String, Object> policy =
        Map.of("action", "activate", "remindHours", List.of(96), "activateHours", 167);
    approver.ifMatch("*").put("brands/" + company.brand() + "/deadline-policy", policy).expect(200);
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("provisional");

    approver.delete(lapse).expect(200);

    voice.awaitClone("permanent");
    assertThat(voice.ledger().fees()).isOne();
    assertThat(ledger()).containsExactly("activate done", "let_lapse taken_back");
  }

  @Test
  void deadlines_areReadPageByPageTheNearestFirst() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      made.add(aLiveVoice().newestClone().path("id").asText());
    }
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          approver.get("deadlines?limit=2&brand=" + company.brand() + after).expect(200).json();
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      after = page.has("next") ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty());
    assertThat(seen).isEqualTo(made);
  }

  @Test
  void cloneLeftToLapseAndThenDeleted_hasNothingLeftToDecide() {
    VoiceCase deleted = company.aDraftVoice(timbre.provider()).cloned();
    String clone = deleted.newestClone().path("id").asText();
    approver.post("clones/" + clone + "/lapse", Map.of()).expect(200);

    approver.delete("clones/" + clone).expect(202);

    assertThat(ledger()).containsExactly("let_lapse done");
    VoiceCase withdrawn = company.aDraftVoice(timbre.provider()).cloned();
    clone = withdrawn.newestClone().path("id").asText();
    approver.post("clones/" + clone + "/lapse", Map.of()).expect(200);
    String withdrawal = "consents/" + withdrawn.consent() + "/withdrawal";
    company.curator().calls().post(withdrawal, Map.of()).expect(200);
    assertThat(ledger()).containsExactly("let_lapse done", "let_lapse done");
  }
}
