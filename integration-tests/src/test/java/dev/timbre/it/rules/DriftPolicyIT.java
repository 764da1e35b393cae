package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A brand says how often its voices are checked, and a voice may have a plan of its own. */
@OnRunningTimbre
class DriftPolicyIT {

  /** The sentinel looks once a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre approver;

  DriftPolicyIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = Company.founded(timbre.admin());
    this.approver = company.approver().calls();
  }

  private Answer choose(Timbre caller, int everyDays, boolean active) {
    String path = "brands/" + company.brand() + "/drift-policy";
    return caller.ifMatch("*").put(path, Map.of("everyDays", everyDays, "active", active));
  }

  private VoiceCase aLiveVoice() {
    return company.aDraftVoice(timbre.provider()).live();
  }

  private JsonNode watch(VoiceCase voice) {
    return approver.get("voices/" + voice.alias() + "/drift-watch").expect(200).json();
  }

  @Test
  void voicesOfABrand_followItsPolicyUntilTheyHaveAPlanOfTheirOwn() {
    choose(company.curator().calls(), 3, true).refusedWith(403, "role-missing");
    VoiceCase own = aLiveVoice();
    String planned = "voices/" + own.alias() + "/drift-watch";
    Map<String, Object> plan = Map.of("phrase", "Guten Abend.", "everyDays", 30, "active", false);
    approver.ifMatch("*").put(planned, plan).expect(200);
    VoiceCase following = aLiveVoice();
    choose(approver, 3, true).expect(200);

    await()
        .atMost(PATIENCE)
        .until(
            () -> approver.get("voices/" + following.alias() + "/drift-watch").status() == 200);

    assertThat(watch(following).path("byBrand").asBoolean()).isTrue();
    assertThat(watch(following).path("everyDays").asInt()).isEqualTo(3);
    assertThat(watch(following).path("phrase").asText()).isEqualTo("Guten Tag.");
    assertThat(watch(own).path("byBrand").asBoolean()).isFalse();
    assertThat(watch(own).path("everyDays").asInt()).isEqualTo(30);
    await()
        .atMost(PATIENCE)
        .until(
            () -> approver.get("voices/" + following.alias() + "/drift-checks").items(),
            checks ->
                checks.size() == 1 && checks.get(0).path("state").asText().equals("baseline"));

    choose(approver, 14, false).expect(200);
    assertThat(watch(following).path("everyDays").asInt()).isEqualTo(14);
    assertThat(watch(following).path("active").asBoolean()).isFalse();
    assertThat(watch(own).path("everyDays").asInt()).isEqualTo(30);
    Answer back = approver.ifMatch(approver.get(planned).tag()).delete(planned).expect(200);
    assertThat(back.json().path("byBrand").asBoolean()).isTrue();
    assertThat(back.json().path("everyDays").asInt()).isEqualTo(14);
    assertThat(back.json().path("phrase").asText()).isEqualTo("Guten Tag.");
    approver.ifMatch("*").put(planned, plan).expect(200);
    assertThat(watch(own).path("byBrand").asBoolean()).isFalse();
  }
}
