package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From where, with which voices and how often a client may call, and how its keys change. */
@OnRunningTimbre
class ClientBoundsIT {

  private final RunningTimbre timbre;
  private final Company company;

  ClientBoundsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void keyFromAnotherNetwork_opensNothingAndIsWrittenDown() {
    Company.Client client = company.client("100");
    confine(client, Map.of("networks", List.of("192.0.2.0/24", "2001:db8::/32")));

    client.calls().get("voices").refusedWith(401, "not-authenticated");
    assertThat(company.auditor().calls().get("audit?subject=" + client.keyId()).items())
        .extracting(entry -> entry.path("reason").asText())
        .contains("client-network");

    confine(client, Map.of("networks", List.of("192.0.2.0/24", "127.0.0.0/8", "::1")));
    client.calls().get("voices").expect(200);
  }

  /** More than there are connections: each that is refused must not wait for a second one. */
  @Test
  void crowdWithAStolenKey_keepsNobodyWaitingAndIsOneEntryAndANumber() {
    Company.Client client = company.client("100");
    confine(client, Map.of("networks", List.of("192.0.2.0/24")));

    List<Answer> answers = Together.times(60, i -> client.calls().get("voices"));

    assertThat(answers).allSatisfy(answer -> answer.refusedWith(401, "not-authenticated"));
    assertThat(refusals(client)).hasSizeBetween(1, 3);
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () ->
                assertThat(refusals(client))
                    .anyMatch(entry -> entry.path("changes").toString().contains("further"))
                    .hasSizeLessThan(6));
  }

  private List<JsonNode> refusals(Company.Client client) {
    return company.auditor().calls().get("audit?subject=" + client.keyId()).items().stream()
        .filter(entry -> entry.path("reason").asText().equals("client-network"))
        .toList();
  }

  @Test
  void malformedNetworks_areRefused() {
    Company.Client client = company.client("100");
    for (String odd : List.of("10.0.0.1/8", "example.com", "10.0.0.0/33", "::1/129", "", "1.2.3")) {
      answer(client, Map.of("networks", List.of(odd))).refusedWith(422, "network-malformed");
    }
    answer(client, Map.of("requestsPerMinute", 0)).refusedWith(422, "client-rate-out-of-range");
  }

  @Test
  void clientOfCertainVoices_speaksWithNoOther() {
    Company.Client client = company.client("100");
    VoiceCase allowed = timbre.aDraftVoice().spoken(company.client("100"));
    VoiceCase other = timbre.aDraftVoice().spoken(company.client("100"));
    confine(client, Map.of("voices", List.of(allowed.id())));

    allowed.speak(client, "Guten Tag.").expect(200);
    other.speak(client, "Guten Tag.").refusedWith(403, "voice-not-allowed");
  }

  @Test
  void callsAboveTheRate_areRefusedHoweverManyComeTogether() {
    Company.Client client = company.client("100");
    confine(client, Map.of("requestsPerMinute", 10));

    List<Answer> answers = Together.times(30, i -> client.calls().get("voices"));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeBetween(10, 12);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(
            answer -> {
              answer.refusedWith(429, "client-rate");
              assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 60L);
            });
  }

  @Test
  void rotatedKey_livesOnForTheOverlapOnly() {
    Company.Client client = company.client("100");
    Timbre admin = company.admin();

    Answer next = admin.post("keys/" + client.keyId() + "/rotation", Map.of("overlap", 3600));

    Timbre successor = admin.withKey(next.expect(201).text("secret"));
    assertThat(next.text("replaces")).isEqualTo(client.keyId());
    client.calls().get("voices").expect(200);
    successor.get("voices").expect(200);
    assertThat(admin.get("keys/" + client.keyId()).expect(200).text("expiresAt")).isNotBlank();

    Answer last = admin.post("keys/" + next.id() + "/rotation", Map.of("overlap", 0)).expect(201);
    successor.get("voices").refusedWith(401, "not-authenticated");
    admin.withKey(last.text("secret")).get("voices").expect(200);
    admin.post("keys/" + next.id() + "/rotation", Map.of()).refusedWith(409, "key-over");
  }

  @Test
  void repeatedRotation_makesOneKeyAndShowsItOnce() {
    Company.Client client = company.client("100");
    Timbre admin = company.admin().repeatable("rotate-" + client.keyId());
    String path = "keys/" + client.keyId() + "/rotation";

    Answer first = admin.post(path, Map.of("overlap", 60)).expect(201);
    Answer again = admin.post(path, Map.of("overlap", 60)).expect(201);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.json().has("secret")).isFalse();
    assertThat(company.admin().get("keys?client=" + client.id()).expect(200).items()).hasSize(2);
  }

  private void confine(Company.Client client, Map<String, Object> bounds) {
    answer(client, bounds).expect(200);
  }

  private Answer answer(Company.Client client, Map<String, Object> bounds) {
    String path = "clients/" + client.id();
    String tag = company.admin().get(path).expect(200).tag();
    return company.admin().ifMatch(tag).put(path + "/bounds", bounds);
  }
}
