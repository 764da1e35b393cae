package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was approved changes only by another approval, and the voice goes on until then. */
@OnRunningTimbre
class RevisionsIT {

  private static final Map<String, Object> OTHER_WORDS =
      Map.of("options", Map.of("previewText", "Guten Abend."));

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre curator;
  private final Timbre approver;

  RevisionsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.curator = company.curator().calls();
    this.approver = company.approver().calls();
  }

  private Answer propose(VoiceCase voice, Map<String, ?> what) {
    return curator.post("voices/" + voice.alias() + "/revisions", what);
  }

  /** A proposal that was approved and cloned, so that only its acceptance is missing. */
  private String clonedProposal(VoiceCase voice, Map<String, ?> what) {
    propose(voice, what).expect(201);
    voice.decision(curator, "submission").expect(200);
    voice.decision(approver, "approval").expect(200);
    return voice
        .awaitClone(
            clone ->
                clone.path("revision").asInt() == 2
                    && clone.path("preview").asText().equals("stored"))
        .path("id")
        .asText();
  }

  private JsonNode read(VoiceCase voice) {
    return curator.get("voices/" + voice.id()).expect(200).json();
  }

  private void withdraw(String consent) {
    curator.post("consents/" + consent + "/withdrawal", Map.of()).expect(200);
  }

  private static void assertSame(JsonNode before, JsonNode after) {
    for (String part : List.of("state", "revision", "primaryClone", "name")) {
      assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
    }
    assertThat(after.has("proposal")).isFalse();
  }

  @Test
  void voiceSpeaksWithItsApprovedRevision_untilTheNewOneIsAccepted() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    String old = read(voice).path("primaryClone").asText();

    String next = clonedProposal(voice, OTHER_WORDS);
    assertThat(read(voice).path("proposal").path("state").asText()).isEqualTo("approved");
    Answer earlier = voice.speak(client, "Eins.").expect(200);
    assertThat(earlier.header("Timbre-Clone")).isEqualTo(old);
    voice.decision(approver, "acceptance").expect(200);
    Answer later = voice.speak(client, "Zwei.").expect(200);
    assertThat(later.header("Timbre-Clone")).isEqualTo(next);

    assertThat(voice.state()).isEqualTo("live");
    List<JsonNode> revisions =
        curator.get("voices/" + voice.id() + "/revisions").expect(200).items();
    assertThat(revisions).extracting(each -> each.path("number").asInt()).containsExactly(2, 1);
    assertThat(revisions)
        .extracting(each -> each.path("id").asText())
        .containsExactly(later.header("Timbre-Revision"), earlier.header("Timbre-Revision"));
    assertThat(revisions)
        .extracting(each -> each.path("state").asText())
        .containsExactly("accepted", "accepted");
    JsonNode change = revisions.get(0).path("changes").path(0);
    assertThat(change.path("field").asText()).isEqualTo("previewText");
    assertThat(change.path("after").asText()).isEqualTo("Guten Abend.");
    assertThat(voice.audit(voice.id())).contains("voice.propose done", "voice.accept done");
  }

  @Test
  void rejectedOrAbandonedProposal_leavesEverythingAsItWas() {
    VoiceCase voice = timbre.aLiveVoice();
    JsonNode before = read(voice);
    propose(voice, OTHER_WORDS).expect(201);
    voice.decision(curator, "submission").expect(200);
    approver
        .post("voices/" + voice.alias() + "/rejection", Map.of("reason", "Too bright."))
        .expect(200);
    assertThat(read(voice).path("proposal").path("reason").asText()).isEqualTo("Too bright.");
    voice.decision(curator, "revision").expect(200);
    voice.decision(curator, "abandonment").expect(200);
    assertSame(before, read(voice));

    propose(voice, OTHER_WORDS).expect(201);
    voice.decision(curator, "submission").expect(200);
    voice.decision(approver, "approval").expect(200);
    voice.decision(curator, "abandonment").expect(200);
    voice.decision(approver, "acceptance").expect(200); // hears the clone that it has, again
    assertSame(before, read(voice));
    voice.decision(curator, "abandonment").refusedWith(409, "voice-state-conflict");
  }

  @Test
  void changesAfterApproval_areNotMadeWithoutAProposal() {
    VoiceCase voice = timbre.aLiveVoice();
    String path = "voices/" + voice.id();
    curator
        .ifMatch(curator.get(path).tag())
        .patch(path, OTHER_WORDS)
        .refusedWith(409, "voice-state-conflict");
    propose(voice, OTHER_WORDS).expect(201);
    Map<String, Object> third = Map.of("options", Map.of("previewText", "Gute Nacht."));
    curator.ifMatch(curator.get(path).tag()).patch(path, third).expect(200);
    assertThat(read(voice).at("/proposal/options/previewText").asText()).isEqualTo("Gute Nacht.");
    assertThat(read(voice).at("/revision/options/previewText").asText()).isEqualTo("Guten Tag.");
  }

  @Test
  void submitterOfAProposal_decidesNothingAboutIt() {
    Company.Person both = company.person("curator");
    company.admin().post("grants", Map.of("person", both.id(), "role", "approver")).expect(201);
    VoiceCase voice = timbre.aLiveVoice();
    propose(voice, OTHER_WORDS).expect(201);
    voice.decision(both.calls(), "submission").expect(200);
    voice.decision(both.calls(), "approval").refusedWith(403, "two-people-needed");
    assertThat(read(voice).path("proposal").path("state").asText()).isEqualTo("submitted");
  }

  @Test
  void proposalsAtTheSameMoment_makeOne() {
    VoiceCase voice = timbre.aLiveVoice();
    List<Answer> answers = Together.times(8, i -> propose(voice, OTHER_WORDS));
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(curator.get("voices/" + voice.id() + "/revisions").items()).hasSize(2);
  }

  @Test
  void proposalRepeatedWithItsKey_isMadeOnce() {
    VoiceCase voice = timbre.aLiveVoice();
    Timbre repeating = curator.repeatable(UUID.randomUUID().toString());
    String path = "voices/" + voice.alias() + "/revisions";
    repeating.post(path, OTHER_WORDS).expect(201);
    repeating.post(path, OTHER_WORDS).expect(201);
    assertThat(curator.get(path).items()).hasSize(2);
  }

  @Test
  void acceptanceWhileOthersSpeak_letsEachSpeakWithOneOfTheTwo() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    String old = read(voice).path("primaryClone").asText();
    String next = clonedProposal(voice, OTHER_WORDS);
    List<Answer> answers =
        Together.times(
            12,
            i -> i == 5 ? voice.decision(approver, "acceptance") : voice.speak(client, "Nr. " + i));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers)
        .filteredOn(answer -> answer.header("Timbre-Clone") != null)
        .extracting(answer -> answer.header("Timbre-Clone"))
        .hasSize(11)
        .isSubsetOf(old, next);
    assertThat(voice.speak(client, "Danach.").header("Timbre-Clone")).isEqualTo(next);
  }

  @Test
  void withdrawnConsentOfTheProposal_stopsTheProposalOnly() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    String consent = company.consent();
    clonedProposal(voice, Map.of("consent", consent));
    withdraw(consent);
    voice.decision(approver, "acceptance").refusedWith(403, "consent-not-in-force");
    voice.speak(client, "Noch da.").expect(200);
    assertThat(voice.state()).isEqualTo("live");
  }

  @Test
  void withdrawnConsentOfTheOldRevision_suspendsUntilTheNewOneIsAcceptedAndResumed() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    String next = clonedProposal(voice, Map.of("consent", company.consent()));
    withdraw(voice.consent());
    voice.speak(client, "Still.").refusedWith(409, "voice-not-live");
    voice.decision(approver, "resumption").refusedWith(403, "consent-not-in-force");
    voice.decision(approver, "acceptance").expect(200);
    assertThat(voice.state()).isEqualTo("suspended");
    voice.decision(approver, "resumption").expect(200);
    assertThat(voice.speak(client, "Da.").expect(200).header("Timbre-Clone")).isEqualTo(next);
  }

  @Test
  void withdrawalAtTheMomentOfAcceptance_neverLeavesAVoiceOnAWithdrawnConsent() {
    VoiceCase voice = timbre.aLiveVoice();
    String consent = company.consent();
    clonedProposal(voice, Map.of("consent", consent));
    List<Answer> answers =
        Together.times(
            2,
            i ->
                i == 0
                    ? voice.decision(approver, "acceptance")
                    : curator.post("consents/" + consent + "/withdrawal", Map.of()));
    assertThat(answers.get(1).status()).isEqualTo(200);
    boolean accepted = answers.get(0).status() == 200;
    assertThat(voice.state()).isEqualTo(accepted ? "suspended" : "live");
    assertThat(read(voice).at("/revision/number").asInt()).isEqualTo(accepted ? 2 : 1);
  }
}
