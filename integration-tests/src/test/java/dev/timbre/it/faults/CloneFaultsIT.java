package dev.timbre.it.faults;

import static dev.timbre.it.provider.Misfortune.CUT_AFTER;
import static dev.timbre.it.provider.Misfortune.CUT_BEFORE;
import static dev.timbre.it.provider.Misfortune.HALF_BODY;
import static dev.timbre.it.provider.Misfortune.HTML_502;
import static dev.timbre.it.provider.Misfortune.afterWork;
import static dev.timbre.it.provider.Misfortune.code;
import static dev.timbre.it.provider.Misfortune.slow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@OnRunningTimbre
class CloneFaultsIT {

  private final RunningTimbre timbre;
  private final Provider provider;

  CloneFaultsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.provider = timbre.provider();
  }

  static Stream<Arguments> workDone() {
    return Stream.of(
        arguments("the line is cut", CUT_AFTER),
        arguments("half of the answer comes", HALF_BODY),
        arguments("a proxy answers HTML", afterWork(HTML_502)),
        arguments("an internal error is told", afterWork(code(1000))),
        arguments("the answer comes too late", slow(RunningTimbre.LONGEST_CALL.multipliedBy(2))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workDone")
  void cloneMadeButAnswerLost_isAdoptedAtTheNextSend(String what, Map<String, Object> effect) {
    provider.next(Provider.CLONE, effect);
    VoiceCase voice = timbre.aDraftVoice().approved();
    JsonNode clone = voice.awaitClone("provisional");
    assertThat(clone.path("adopted").asBoolean()).isTrue();
    assertThat(clone.path("preview").asText()).isEqualTo("none");
    assertThat(voice.cloneRequests()).hasSize(2);
    voice.assertClonedExactlyOnce();
    assertThat(voice.ledger().previews()).isOne();
    assertThat(voice.audit(clone.path("id").asText()))
        .filteredOn(line -> line.startsWith("clone.send"))
        .hasSize(4)
        .startsWith("clone.send intended")
        .element(1)
        .asString()
        .startsWith("clone.send unknown");
    assertThat(voice.audit(clone.path("id").asText())).contains("clone.send done adopted");
    assertThat(previewsBooked(voice)).containsExactly(2 * "Guten Tag.".length());
  }

  /** The characters of each preview that was booked for a voice. */
  private List<Integer> previewsBooked(VoiceCase voice) {
    return timbre.admin().get("usage?voice=" + voice.id()).expect(200).items().stream()
        .filter(line -> line.path("unit").asText().equals("preview_character"))
        .map(line -> line.path("quantity").asInt())
        .toList();
  }

  static Stream<Arguments> workUndone() {
    return Stream.of(
        arguments("the line is cut", CUT_BEFORE),
        arguments("a proxy answers HTML", HTML_502),
        arguments("an internal error is told", code(1000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workUndone")
  void cloneNotMadeAndNobodyCanTell_isSentAgainWithoutPreview(
      String what, Map<String, Object> effect) {
    provider.next(Provider.CLONE, effect);
    VoiceCase voice = timbre.aDraftVoice().approved();
    JsonNode clone = voice.awaitClone("provisional");
    assertThat(clone.path("adopted").asBoolean()).isFalse();
    assertThat(clone.path("preview").asText()).isEqualTo("none");
    voice.assertClonedExactlyOnce();
    assertThat(voice.ledger().previews()).isZero();
  }

  @Test
  void rateLimit_isWaitedForAndCostsNoPreview() {
    provider.next(Provider.CLONE, 4, code(1002));
    VoiceCase voice = timbre.aDraftVoice().approved();
    JsonNode clone = voice.awaitClone("provisional");
    assertThat(clone.path("adopted").asBoolean()).isFalse();
    assertThat(clone.path("preview").asText()).isEqualTo("stored");
    voice.assertClonedExactlyOnce();
    assertThat(voice.ledger().previews()).isOne();
  }

  @Test
  void duplicateOnAFirstSend_isSomebodyElsesVoice() {
    provider.next(Provider.CLONE, code(2039));
    VoiceCase voice = timbre.aDraftVoice().approved();
    JsonNode clone = voice.awaitClone("failed");
    assertThat(clone.path("fault").path("code").asText()).isEqualTo("2039");
    assertThat(clone.path("fault").path("remedy").asText()).isNotBlank();
    assertThat(provider.voices(voice.providerVoiceId())).isEmpty();
  }

  @Test
  void refusedClone_failsAndAnotherIsOrdered() {
    provider.next(Provider.CLONE, code(2038));
    VoiceCase voice = timbre.aDraftVoice().approved();
    JsonNode failed = voice.awaitClone("failed");
    assertThat(failed.path("fault").path("code").asText()).isEqualTo("2038");
    assertThat(voice.state()).isEqualTo("approved");

    Timbre approver = timbre.company().approver().calls();
    approver.post("voices/" + voice.alias() + "/clones", Map.of()).expect(202);
    JsonNode made = voice.awaitClone("provisional");
    assertThat(made.path("id").asText()).isNotEqualTo(failed.path("id").asText());
    voice.decision(approver, "acceptance").expect(200);
    assertThat(voice.state()).isEqualTo("live");
  }

  @Test
  void adoptedClone_isHeardByActivatingItAndThenGoesLive() {
    provider.next(Provider.CLONE, CUT_AFTER);
    VoiceCase voice = timbre.aDraftVoice().approved();
    String clone = voice.awaitClone("provisional").path("id").asText();
    Timbre approver = timbre.company().approver().calls();
    voice.decision(approver, "acceptance").refusedWith(409, "voice-state-conflict");

    approver.post("clones/" + clone + "/activation").expect(200);
    approver.get("clones/" + clone + "/preview").expect(200);
    voice.decision(approver, "acceptance").expect(200);
    assertThat(voice.state()).isEqualTo("live");
    assertThat(voice.ledger().fees()).isOne();
  }

  @Test
  void uploadCutAfterItWasStored_isFoundAgainByItsName() {
    provider.next("/v1/files/upload", CUT_AFTER);
    VoiceCase voice = timbre.aDraftVoice().cloned();
    voice.assertClonedExactlyOnce();
    assertThat(provider.files(voice.providerVoiceId())).hasSize(1);
  }

  @Test
  void providerAwayForAWhile_delaysTheCloneAndNoMore() {
    VoiceCase voice = timbre.aDraftVoice().submitted();
    provider.stop();
    try {
      voice.decision(timbre.company().approver().calls(), "approval").expect(200);
      voice.awaitOperation(operation -> operation.path("attempts").asInt() > 0);
      assertThat(voice.newestClone().path("state").asText()).isEqualTo("requested");
    } finally {
      provider.startAgain();
    }
    assertThat(voice.awaitClone("provisional").path("preview").asText()).isEqualTo("stored");
    voice.assertClonedExactlyOnce();
  }
}
