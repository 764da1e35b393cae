package dev.timbre.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@OnRunningTimbre
class CloneDeletionIT {

  private final RunningTimbre timbre;
  private final Timbre approver;

  CloneDeletionIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.approver = timbre.company().approver().calls();
  }

  static Stream<Arguments> misfortunes() {
    return Stream.of(
        arguments("the line is cut after the work", Misfortune.CUT_AFTER),
        arguments("the line is cut before the work", Misfortune.CUT_BEFORE),
        arguments("a proxy answers HTML", Misfortune.HTML_502));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misfortunes")
  void deletion_isRepeatedUntilTheProviderHasNothingLeft(String what, Map<String, Object> effect) {
    Company.Client client = timbre.company().client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    suspend(voice);
    String clone = voice.newestClone().path("id").asText();
    timbre.provider().next("/v1/delete_voice", effect);
    Answer ordered = approver.delete("clones/" + clone).expect(202);
    assertThat(ordered.header("Location")).contains("/api/v1/operations/");
    voice.awaitClone("deleted");
    assertThat(timbre.provider().voices(voice.providerVoiceId()))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
    assertThat(voice.audit(clone))
        .contains("clone.delete intended")
        .last()
        .asString()
        .startsWith("clone.delete done");
    approver.delete("clones/" + clone).refusedWith(409, "voice-state-conflict");
  }

  @Test
  void cloneOfALiveVoice_isNotDeleted() {
    VoiceCase voice = timbre.aLiveVoice();
    String clone = voice.newestClone().path("id").asText();
    approver.delete("clones/" + clone).refusedWith(409, "clone-in-use");
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("provisional");
  }

  @Test
  void voiceWhoseCloneWasDeleted_doesNotSpeakAfterItsResumption() {
    Company.Client client = timbre.company().client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    suspend(voice);
    approver.delete("clones/" + voice.newestClone().path("id").asText()).expect(202);
    voice.awaitClone("deleted");
    voice.decision(approver, "resumption");
    assertThat(voice.speak(client, "Hallo.").expect(409).text("code"))
        .isIn("clone-gone", "voice-not-live");
    assertThat(voice.ledger().speeches()).isOne();
  }

  private void suspend(VoiceCase voice) {
    approver
        .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "No more."))
        .expect(200);
  }
}
