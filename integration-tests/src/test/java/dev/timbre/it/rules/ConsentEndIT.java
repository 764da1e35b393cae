package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How consents end, what ends with them, and what can be asked about them later. */
@InLockOrder
class ConsentEndIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre curator;

  ConsentEndIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
    this.curator = company.curator().calls();
  }

  @Test
  void validityThatEnds_isNotedOnceAndSuspendsTheVoice() {
    VoiceCase voice = timbre.aLiveVoice();
    extend(voice.consent(), Instant.now().plusSeconds(2));
    await().atMost(PATIENCE).until(voice::state, "suspended"::equals);
    voice.speak(company.client("100"), "Hallo.").refusedWith(409, "voice-not-live");
    assertThat(Audit.of(company.auditor().calls(), voice.consent()))
        .containsOnlyOnce("consent.expire done");
    // a further version lets an approver resume the voice
    extend(voice.consent(), Instant.now().plusSeconds(3600));
    voice.decision(company.approver().calls(), "resumption").expect(200);
    voice.speak(company.client("100"), "Hallo.").expect(200);
    assertThat(Audit.of(company.auditor().calls(), voice.consent()))
        .containsOnlyOnce("consent.expire done");
  }

  private void extend(String consent, Instant until) {
    Map<String, Object> scope = new LinkedHashMap<>(company.consentTo("customer_service"));
    scope.put("validUntil", until.toString());
    scope.put("validFrom", Instant.now().minusSeconds(60).toString());
    String path = "consents/" + consent;
    curator.ifMatch(curator.get(path).tag()).post(path + "/versions", scope).expect(200);
  }

  @Test
  void consent_isShownAsItStoodThen() {
    String id = company.consent();
    String path = "consents/" + id;
    Instant first = Instant.parse(curator.get(path).text("createdAt"));
    extend(id, Instant.now().plusSeconds(3600));
    curator.post(path + "/withdrawal", Map.of()).expect(200);
    JsonNode then = curator.get(path + "?asOf=" + first.plusMillis(1)).expect(200).json();
    assertThat(then.path("inForce").asBoolean()).isTrue();
    assertThat(then.path("versions")).hasSize(1);
    assertThat(then.has("withdrawnAt")).isFalse();
    JsonNode now = curator.get(path + "?asOf=" + Instant.now()).expect(200).json();
    assertThat(now.path("inForce").asBoolean()).isFalse();
    assertThat(now.path("versions")).hasSize(2);
    curator.get(path + "?asOf=" + first.minusSeconds(1)).refusedWith(404, "consent-not-yet");
  }

  @Test
  void speech_tellsWhichConsentStoodBehindIt() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aLiveVoice();
    String speech = voice.speak(client, "Guten Tag.").expect(200).header("Timbre-Speech");
    curator.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    JsonNode grounds = client.calls().get("speeches/" + speech + "/consent").expect(200).json();
    assertThat(grounds.path("consent").asText()).isEqualTo(voice.consent());
    assertThat(grounds.path("number").asInt()).isOne();
    assertThat(grounds.path("inForceThen").asBoolean()).isTrue();
    assertThat(grounds.hasNonNull("withdrawnAt")).isTrue();
    company.client("1").calls().get("speeches/" + speech + "/consent").expect(404);
  }

  @Test
  void withdrawnConsent_deletesTheClonesAtTheProvider() {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    String clone = voice.newestClone().path("id").asText();
    curator.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    voice.speak(client, "Hallo.").refusedWith(409, "voice-not-live");
    voice.awaitClone("deleted");
    assertThat(timbre.provider().voices(voice.providerVoiceId()))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
    assertThat(voice.audit(clone)).contains("clone.delete intended", "clone.delete done");
  }

  @Test
  void withdrawalAmongSpeeches_waitsForNobodyForEver() {
    Company.Client client = company.client("1000");
    VoiceCase voice = timbre.aDraftVoice().live();
    String withdrawal = "consents/" + voice.consent() + "/withdrawal";
    List<Integer> statuses =
        Together.times(
            9,
            i ->
                i == 4
                    ? curator.post(withdrawal, Map.of()).expect(200).status()
                    : voice.speak(client, "Hallo " + i + ".").status());
    // decided before it: spoken; after it: refused, each time with its reason
    assertThat(statuses).containsAnyOf(200).allMatch(s -> List.of(200, 403, 409).contains(s));
    voice.speak(client, "Hallo.").refusedWith(409, "voice-not-live");
    voice.awaitClone("deleted");
    // the first speech is paid for with the voice fee though the clone is gone
    long spoken = statuses.stream().filter(status -> status == 200).count() - 1;
    assertThat(voice.ledger().speeches()).isEqualTo((int) spoken);
    assertThat(
            client.calls().get("usage?client=" + client.id() + "&limit=50").items().stream()
                .filter(usage -> usage.path("unit").asText().equals("voice")))
        .hasSize(spoken > 0 ? 1 : 0);
  }

  @Test
  void withdrawalBeforeTheFirstSend_sendsNothing() {
    VoiceCase voice = timbre.aDraftVoice().submitted();
    voice.decision(company.approver().calls(), "approval").expect(200);
    curator.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    JsonNode clone =
        voice.awaitClone(c -> List.of("failed", "deleted").contains(c.path("state").asText()));
    // sent or not when the withdrawal came: nothing of it is left
    assertThat(timbre.provider().voices(clone.path("providerVoiceId").asText()))
        .allMatch(kept -> kept.path("state").asText().equals("DELETED"));
  }
}
