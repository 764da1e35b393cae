package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log holds ids and digests, so that a person's data can be erased elsewhere. */
@OnRunningTimbre
class PersonalDataIT {

  private final RunningTimbre timbre;
  private final Company company;

  PersonalDataIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void namesContactsAndTexts_standNowhereInTheLog() {
    String mark = "personal" + UUID.randomUUID().toString().substring(0, 8);
    Timbre admin = timbre.admin();
    String person =
        admin
            .post("people", Map.of("username", mark + "-user", "displayName", mark + " Display"))
            .expect(201)
            .id();
    String tag = admin.get("people/" + person).tag();
    admin
        .ifMatch(tag)
        .patch("people/" + person, Map.of("displayName", mark + " Renamed"))
        .expect(200);
    company
        .curator()
        .calls()
        .post("talents", Map.of("name", mark + " Talent", "contact", mark + "@example.org"))
        .expect(201);
    VoiceCase voice = timbre.aLiveVoice();
    voice.speak(company.client("100"), mark + " says hello.").expect(200);

    assertThat(wholeLog()).contains(person, "person.create", "talent.create").doesNotContain(mark);
  }

  private String wholeLog() {
    Timbre auditor = company.auditor().calls();
    StringBuilder log = new StringBuilder();
    String after = "";
    do {
      JsonNode page = auditor.get("audit?limit=200" + after).expect(200).json();
      log.append(page.path("items"));
      after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : null;
    } while (after != null);
    return log.toString();
  }
}
