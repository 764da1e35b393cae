package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who submits a voice does not decide on it, however many roles and keys they have. */
@OnRunningTimbre
class TwoPeopleIT {

  private final RunningTimbre timbre;
  private final Company company;

  TwoPeopleIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  /** A curator who is approver too, for one brand and for all. */
  private Company.Person both() {
    Company.Person person = company.person("curator");
    company.admin().post("grants", Map.of("person", person.id(), "role", "approver")).expect(201);
    return person;
  }

  @Test
  void submitterWithEveryRole_decidesNothingByAnyKey() {
    Company.Person both = both();
    Map<String, String> secondKey = Map.of("label", "second", "person", both.id());
    String secret = company.admin().post("keys", secondKey).expect(201).text("secret");
    VoiceCase voice = timbre.aDraftVoice();
    voice.decision(both.calls(), "submission").expect(200);
    for (Timbre calls : new Timbre[] {both.calls(), timbre.anybody().withKey(secret)}) {
      voice.decision(calls, "approval").refusedWith(403, "two-people-needed");
      calls
          .post("voices/" + voice.alias() + "/rejection", Map.of("reason", "No."))
          .refusedWith(403, "two-people-needed");
    }
    assertThat(voice.state()).isEqualTo("submitted");

    voice.decision(company.approver().calls(), "approval").expect(200);
    voice.awaitClone(clone -> clone.path("preview").asText().equals("stored"));
    voice.decision(both.calls(), "acceptance").refusedWith(403, "two-people-needed");
    assertThat(voice.state()).isEqualTo("approved");
    assertThat(voice.audit(voice.id()))
        .contains(
            "voice.approve refused two-people-needed", "voice.accept refused two-people-needed");
  }

  @Test
  void decisionsOfTwoPeople_needDifferentPeopleAndNotDifferentRoles() {
    Company.Person first = both();
    Company.Person second = both();
    VoiceCase voice = timbre.aDraftVoice();
    voice.decision(first.calls(), "submission").expect(200);
    voice.decision(second.calls(), "approval").expect(200);
    assertThat(voice.state()).isEqualTo("approved");
  }

  @Test
  void clientWithEveryScope_decidesNothing() {
    Company.Client client =
        company.client("1", "customer_service", Set.of("voices:write", "administration"));
    VoiceCase voice = timbre.aDraftVoice();
    voice.decision(client.calls(), "submission").expect(200);
    voice.decision(client.calls(), "approval").refusedWith(403, "role-missing");
    assertThat(voice.state()).isEqualTo("submitted");
  }

  @Test
  void approverOfAnotherBrand_decidesNothingAndSeesNothing() {
    Company other = Company.founded(timbre.admin());
    VoiceCase voice = timbre.aDraftVoice().submitted();
    Timbre stranger = other.approver().calls();
    voice.decision(stranger, "approval").refusedWith(404, "voice-not-found");
    stranger.get("voices/" + voice.id()).refusedWith(404, "voice-not-found");
    Answer list = stranger.get("voices?limit=200").expect(200);
    assertThat(list.body()).doesNotContain(voice.alias());
    stranger.get("recordings/" + company.recording()).refusedWith(404, "recording-not-found");
  }
}
