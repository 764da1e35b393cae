package dev.timbre.it.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.EventReader;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What policies make of speech; each test decides for a brand of its own. */
@OnRunningTimbre
class LabellingIT {

  private static final String TEXT = "Guten Abend. Hier spricht Kerstin.";

  private static Company company;
  private static VoiceCase voice;
  private static Company.Client client;

  @BeforeAll
  static void aBrandOfItsOwn(RunningTimbre timbre) {
    company = Company.founded(timbre.admin());
    voice = company.aDraftVoice(timbre.provider()).live();
    client = company.client("100");
  }

  @BeforeEach
  void nothingIsAsked() {
    decide("DE", false, false, "report");
  }

  private static String decide(
      String territory, boolean audible, boolean metadata, String unlabelled) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("brand", company.brand());
    policy.put("territory", territory);
    policy.put("audible", audible);
    policy.put("metadata", metadata);
    policy.put("unlabelled", unlabelled);
    return company.admin().post("labelling-policies", policy).expect(201).id();
  }

  private static Answer speak(String format) {
    return client
        .calls()
        .post(
            "voices/" + voice.alias() + "/speech",
            Map.of("text", TEXT, "format", format, "sampleRate", 16000));
  }

  private static JsonNode labels(Answer spoken) {
    return client
        .calls()
        .get("speeches/" + spoken.header("Timbre-Speech"))
        .expect(200)
        .json()
        .path("labels");
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void withoutPolicy_nothingIsWritten() {
    Answer spoken = speak("mp3").expect(200);
    assertThat(latin(spoken.bytes())).doesNotContain("AIGC");
    assertThat(labels(spoken).path("metadata").asText()).isEqualTo("none");
    assertThat(labels(spoken).path("policies")).isEmpty();
  }

  @Test
  void labelInTheFile_isWrittenIntoEachFormatThatCarriesIt() {
    String policy = decide("DE", false, true, "refuse");
    for (String format : new String[] {"mp3", "wav", "flac"}) {
      Answer spoken = speak(format).expect(200);
      String speech = spoken.header("Timbre-Speech");
      assertThat(latin(spoken.bytes()))
          .as(format)
          .contains("AIGC", "\"Label\":\"1\"", "\"ProduceID\":\"" + speech + "\"");
      assertThat(labels(spoken).path("metadata").asText()).isEqualTo("written");
      assertThat(labels(spoken).path("policies").path(0).asText()).isEqualTo(policy);
    }
  }

  @Test
  void formatWithoutRoom_isRefusedOrReported() {
    decide("DE", false, true, "refuse");
    int before = voice.ledger().speeches();
    speak("pcm").refusedWith(422, "label-not-carried");
    assertThat(voice.ledger().speeches()).isEqualTo(before);

    decide("DE", false, true, "report");
    assertThat(labels(speak("pcm").expect(200)).path("metadata").asText()).isEqualTo("not_carried");
  }

  @Test
  void audibleMark_isAskedOfTheProviderAndNotStreamed() {
    byte[] without = speak("wav").expect(200).bytes();
    decide("DE", true, false, "report");
    Answer spoken = speak("wav").expect(200);
    // the provider's mark comes after the last word
    assertThat(spoken.bytes().length).isGreaterThan(without.length);
    assertThat(labels(spoken).path("audible").asBoolean()).isTrue();
    client
        .calls()
        .with("Accept", "text/event-stream")
        .post("voices/" + voice.alias() + "/speech", Map.of("text", TEXT))
        .refusedWith(422, "label-needs-whole-audio");
  }

  @Test
  void streamedSpeech_beginsWithItsLabel() {
    decide("DE", false, true, "refuse");
    EventReader events =
        client.calls().events("voices/" + voice.alias() + "/speech", Map.of("text", TEXT));
    String speech = events.next().data().path("speech").asText();
    assertThat(events.afterAudio().name()).isEqualTo("finished");
    assertThat(latin(events.audio())).startsWith("ID3").contains("\"ProduceID\":\"" + speech);
    assertThat(client.calls().get("speeches/" + speech + "/audio").expect(200).bytes())
        .isEqualTo(events.audio());
  }

  @Test
  void policyForTheWorld_countsInGermanyToo() {
    decide("WORLD", false, true, "report");
    try {
      assertThat(labels(speak("mp3").expect(200)).path("metadata").asText()).isEqualTo("written");
    } finally {
      decide("WORLD", false, false, "report");
    }
  }

  @Test
  void review_needsNoAudibleMark() {
    decide("WORLD", true, true, "refuse");
    try {
      Timbre curator = company.curator().calls();
      Answer heard = voice.speak(curator, TEXT).expect(200);
      JsonNode labels =
          curator
              .get("speeches/" + heard.header("Timbre-Speech"))
              .expect(200)
              .json()
              .path("labels");
      assertThat(labels.path("audible").asBoolean()).isFalse();
      assertThat(labels.path("metadata").asText()).isEqualTo("written");
    } finally {
      decide("WORLD", false, false, "report");
    }
  }

  @Test
  void policyForTheUnion_countsInEachOfItsCountries() {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("brand", company.brand());
    policy.put("territory", "EU");
    policy.put("audible", false);
    policy.put("metadata", true);
    Timbre once = company.admin().repeatable("union-" + company.brand());
    Answer decided = once.post("labelling-policies", policy).expect(201);
    assertThat(decided.json().path("territory").asText()).isEqualTo("AT");
    assertThat(decided.json().path("others")).hasSize(26);
    Answer again = once.post("labelling-policies", policy).expect(201);
    assertThat(again.json().path("id")).isEqualTo(decided.json().path("id"));
    assertThat(again.json().path("others")).isEqualTo(decided.json().path("others"));

    JsonNode labels = labels(speak("mp3").expect(200));
    assertThat(labels.path("metadata").asText()).isEqualTo("written");
    assertThat(decided.json().path("others")).contains(labels.path("policies").path(0));
    assertThat(company.auditor().calls().get("labelling-policies?territory=EU&limit=200").items())
        .filteredOn(item -> item.path("brand").asText().equals(company.brand()))
        .extracting(item -> item.path("territory").asText())
        .hasSizeGreaterThanOrEqualTo(27)
        .contains("AT", "DE", "MT");
  }

  @Test
  void consentForTheUnion_coversGermanyAndAUseIsInOneCountry() {
    Map<String, Object> agreed = new LinkedHashMap<>(company.consentTo("customer_service"));
    agreed.put("territories", List.of("EU", "CH"));
    JsonNode version =
        company
            .curator()
            .calls()
            .post("consents", agreed)
            .expect(201)
            .json()
            .path("versions")
            .path(0);
    assertThat(version.path("territories")).hasSize(28).extracting(JsonNode::asText).contains("DE");
    Map<String, Object> use =
        Map.of("client", client.id(), "purpose", "news", "channel", "phone", "territory", "EU");
    company.admin().post("uses", use).refusedWith(422, "territory-not-single");
  }

  @Test
  void policiesThatCameWithTimbre_areListedAndNobodyButAnAdminAddsOne() {
    Answer china = company.auditor().calls().get("labelling-policies?territory=CN").expect(200);
    assertThat(china.items())
        .anySatisfy(
            policy -> {
              assertThat(policy.path("audible").asBoolean()).isTrue();
              assertThat(policy.path("metadata").asBoolean()).isTrue();
              assertThat(policy.path("unlabelled").asText()).isEqualTo("refuse");
              assertThat(policy.path("validFrom").asText()).isEqualTo("2025-08-31T16:00:00Z");
            });
    Map<String, Object> policy = Map.of("territory", "DE", "audible", false, "metadata", false);
    company.approver().calls().post("labelling-policies", policy).refusedWith(403, "role-missing");
    assertThat(voice.audit(decide("DE", false, true, "report")))
        .containsExactly("labelling.decide done");
  }
}
