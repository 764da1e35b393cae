package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnRunningTimbre
class ConsentIT {

  private static final String TEXT = "Guten Abend.";

  private final RunningTimbre timbre;
  private final Company company;

  ConsentIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void withdrawnConsent_stopsTheVoiceFromTheNextRequestOn() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    Timbre curator = company.curator().calls();
    curator
        .post(
            "consents/" + voice.consent() + "/withdrawal",
            Map.of("reason", "She changed her mind."))
        .expect(200);
    voice.speak(client, TEXT).refusedWith(409, "voice-not-live");
    assertThat(voice.state()).isEqualTo("suspended");
    voice
        .decision(company.approver().calls(), "resumption")
        .refusedWith(403, "consent-not-in-force");
    assertThat(voice.ledger().speeches()).isOne();
    assertThat(voice.audit(voice.id())).contains("voice.suspend done");
    assertThat(voice.audit(voice.consent())).endsWith("consent.withdraw done");
    curator
        .post("consents/" + voice.consent() + "/withdrawal", Map.of())
        .refusedWith(409, "consent-withdrawn");
  }

  @Test
  void withdrawnConsent_stopsApprovalAndSubmission() {
    VoiceCase submitted = timbre.aDraftVoice().submitted();
    VoiceCase draft = timbre.aDraftVoice();
    Timbre curator = company.curator().calls();
    curator.post("consents/" + submitted.consent() + "/withdrawal", Map.of()).expect(200);
    curator.post("consents/" + draft.consent() + "/withdrawal", Map.of()).expect(200);
    submitted
        .decision(company.approver().calls(), "approval")
        .refusedWith(403, "consent-not-in-force");
    draft.decision(curator, "submission").refusedWith(403, "consent-not-in-force");
  }

  @Test
  void useThatTheConsentDoesNotCover_isRefused() {
    VoiceCase voice = timbre.aLiveVoice();
    Company.Client advertiser =
        company.client("100", "advertising", Set.of("speech", "voices:read"));
    Answer refused = voice.speak(advertiser, TEXT).refusedWith(403, "consent-does-not-cover");
    assertThat(refused.text("detail")).containsIgnoringCase("advertising");
    assertThat(voice.ledger().speeches()).isZero();
  }

  @Test
  void newConsentVersion_countsAtOnceAndIsPinnedToTheSpeech() {
    VoiceCase voice = timbre.aLiveVoice();
    Company.Client advertiser =
        company.client("100", "advertising", Set.of("speech", "voices:read"));
    voice.speak(advertiser, TEXT).expect(403);
    Timbre curator = company.curator().calls();
    String path = "consents/" + voice.consent();
    String tag = curator.get(path).expect(200).tag();
    Answer extended =
        curator.ifMatch(tag).post(path + "/versions", company.consentTo("advertising")).expect(200);
    String newest = extended.json().path("versions").path(1).path("id").asText();
    Answer spoken = voice.speak(advertiser, TEXT).expect(200);
    Answer speech = advertiser.calls().get("speeches/" + spoken.header("Timbre-Speech"));
    assertThat(speech.text("consentVersion")).isEqualTo(newest);
    // what the talent allowed before counts no more
    voice.speak(company.client("100"), TEXT).refusedWith(403, "consent-does-not-cover");
  }

  @Test
  void renewalNotedAhead_changesNothingUntilItBegins() {
    VoiceCase voice = timbre.aLiveVoice();
    Company.Client client = company.client("100");
    Timbre curator = company.curator().calls();
    String path = "consents/" + voice.consent();
    Map<String, Object> renewal = new LinkedHashMap<>(company.consentTo("advertising"));
    renewal.put("validFrom", Instant.now().plusSeconds(86_400).toString());
    renewal.put("validUntil", Instant.now().plusSeconds(172_800).toString());
    Answer extended =
        curator.ifMatch(curator.get(path).tag()).post(path + "/versions", renewal).expect(200);

    assertThat(extended.json().path("inForce").asBoolean()).isTrue();
    assertThat(extended.json().path("counting").asInt()).isEqualTo(1);
    Answer spoken = voice.speak(client, TEXT).expect(200);
    Answer speech = client.calls().get("speeches/" + spoken.header("Timbre-Speech"));
    assertThat(speech.text("consentVersion"))
        .isEqualTo(extended.json().path("versions").path(0).path("id").asText());
  }

  @Test
  void consentThatIsOver_coversNothing() {
    VoiceCase voice = timbre.aLiveVoice();
    Timbre curator = company.curator().calls();
    String path = "consents/" + voice.consent();
    Map<String, Object> over = new LinkedHashMap<>(company.consentTo("customer_service"));
    over.put("validFrom", Instant.now().minusSeconds(7200).toString());
    over.put("validUntil", Instant.now().minusSeconds(3600).toString());
    curator.ifMatch(curator.get(path).tag()).post(path + "/versions", over).expect(200);
    voice.speak(company.client("100"), TEXT).refusedWith(403, "consent-not-in-force");
  }

  @Test
  void suspendedVoice_isSilentUntilItIsResumed() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    Timbre approver = company.approver().calls();
    approver
        .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "A complaint."))
        .expect(200);
    assertThat(voice.speak(client, TEXT).refusedWith(409, "voice-not-live").text("detail"))
        .contains("A complaint.");
    voice.decision(approver, "resumption").expect(200);
    voice.speak(client, TEXT).expect(200);
    approver
        .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "The end."))
        .expect(200);
    voice.decision(approver, "retirement").expect(200);
    voice.speak(client, TEXT).refusedWith(409, "voice-not-live");
    Map<String, Object> again = company.draft(voice.alias(), company.consent());
    company.curator().calls().post("voices", again).refusedWith(409, "alias-taken");
  }
}
