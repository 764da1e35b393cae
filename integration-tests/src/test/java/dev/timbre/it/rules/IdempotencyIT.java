package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same key makes a thing once; a client with every scope may make what scopes allow. */
@OnRunningTimbre
class IdempotencyIT {

  private static final Set<String> EVERY_SCOPE =
      Set.of(
          "voices:read",
          "voices:write",
          "recordings:write",
          "consents:write",
          "speech",
          "usage:read",
          "audit:read",
          "administration");

  private static Company company;
  private static Company.Client client;

  private final RunningTimbre timbre;

  IdempotencyIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeAll
  static void somebodyWhoMayEverything(RunningTimbre timbre) {
    company = timbre.company();
    client = company.client("100", "customer_service", EVERY_SCOPE);
  }

  /** What can be made by POST of JSON, with a body that differs from time to time. */
  enum Made {
    BRAND("brands"),
    PERSON("people"),
    GRANT("grants"),
    CLIENT("clients"),
    KEY("keys"),
    USE("uses"),
    BUDGET("budgets"),
    ACCOUNT("provider-accounts"),
    TALENT("talents"),
    CONSENT("consents"),
    VOICE("voices");

    private final String path;

    Made(String path) {
      this.path = path;
    }

    Map<String, Object> body() {
      String name = "x" + UUID.randomUUID().toString().substring(0, 8);
      return switch (this) {
        case BRAND -> Map.of("slug", name, "name", name);
        case PERSON -> Map.of("username", name, "displayName", name);
        case GRANT -> Map.of("person", company.person("curator").id(), "role", "auditor");
        case CLIENT -> Map.of("name", name, "brands", List.of(company.brand()));
        case KEY -> Map.of("label", name, "person", company.curator().id());
        case USE ->
            Map.of(
                "client", client(name),
                "purpose", "news",
                "channel", "web",
                "territory", "FR");
        case BUDGET ->
            Map.of(
                "client", client(name), "monthlyLimit", Map.of("amount", "1", "currency", "CNY"));
        case ACCOUNT -> account(name);
        case TALENT -> Map.of("name", name);
        case CONSENT -> with(company.consentTo("news"), "statement", name);
        case VOICE -> company.draft(company.newAlias(), company.consent());
      };
    }

    private static String client(String name) {
      Map<String, Object> body = Map.of("name", name, "brands", List.of(company.brand()));
      return company.admin().post("clients", body).expect(201).id();
    }

    private static Map<String, Object> account(String name) {
      return Map.of(
          "name",
          name,
          "baseUrl",
          "https://api.example.test",
          "keyReference",
          "nowhere",
          "prices",
          Map.of("currency", "CNY", "hd", "1", "turbo", "1", "voiceFee", "1"));
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(map);
      more.put(key, value);
      return more;
    }
  }

  @ParameterizedTest
  @EnumSource(Made.class)
  void sameKeyTwice_makesOneThing(Made made) {
    Timbre once = client.calls().repeatable("key-" + made + "-" + UUID.randomUUID());
    Map<String, Object> body = made.body();
    String first = once.post(made.path, body).expect(201).id();
    assertThat(once.post(made.path, body).expect(201).id()).isEqualTo(first);
    once.post(made.path, made.body()).refusedWith(422, "idempotency-key-reused");
    // another caller's key of the same name is another key
    if (made == Made.TALENT) {
      Timbre other = company.curator().calls().repeatable("key-shared");
      String theirs = other.post("talents", body).expect(201).id();
      String mine = client.calls().repeatable("key-shared").post("talents", body).expect(201).id();
      assertThat(mine).isNotEqualTo(theirs);
    }
  }

  @Test
  void sameKeyAtTheSameMoment_makesOneThing() {
    Timbre once = company.curator().calls().repeatable("key-" + UUID.randomUUID());
    Map<String, String> talent = Map.of("name", "Anna");
    List<Answer> answers = Together.times(6, i -> once.post("talents", talent));
    assertThat(answers).allSatisfy(answer -> answer.expect(201));
    assertThat(answers).extracting(Answer::id).containsOnly(answers.get(0).id());
  }

  @Test
  void keyThatWasShownOnce_isNotShownAgain() {
    Timbre once = company.admin().repeatable("key-" + UUID.randomUUID());
    Map<String, String> wanted = Map.of("label", "x", "person", company.curator().id());
    assertThat(once.post("keys", wanted).expect(201).text("secret")).isNotBlank();
    assertThat(once.post("keys", wanted).expect(201).text("secret")).isNull();
  }

  @Test
  void sameUploadTwice_isOneRecordingEvenAfterARestart() throws Exception {
    Timbre once = client.calls().repeatable("key-" + UUID.randomUUID());
    String first = once.upload("recordings", company.form(Company.kerstin())).expect(201).id();
    timbre.kill();
    timbre.startAgain();
    Answer again = once.upload("recordings", company.form(Company.kerstin())).expect(201);
    assertThat(again.id()).isEqualTo(first);
    Form other = company.form(Company.kerstin()).field("transcript", "Etwas anderes.");
    once.upload("recordings", other).refusedWith(422, "idempotency-key-reused");
  }

  @Test
  void sameEvidenceTwice_isKeptOnce() {
    String path = "consents/" + company.consent() + "/evidence";
    Timbre once = client.calls().repeatable("key-" + UUID.randomUUID());
    once.upload(path, new Form().file("file", "letter.pdf", new byte[] {1, 2, 3})).expect(201);
    once.upload(path, new Form().file("file", "letter.pdf", new byte[] {1, 2, 3})).expect(201);
    assertThat(company.curator().calls().get(path).expect(200).items()).hasSize(1);
    once.upload(path, new Form().file("file", "letter.pdf", new byte[] {4, 5, 6}))
        .refusedWith(422, "idempotency-key-reused");
  }

  @Test
  void keptDigest_tellsNothingOfWhatWasAsked() throws Exception {
    String key = "key-" + UUID.randomUUID();
    Timbre once = company.curator().calls().repeatable(key);
    String path = "consents/" + company.consent() + "/evidence";
    once.upload(path, new Form().file("file", "anna-schmidt.pdf", new byte[] {7, 8})).expect(201);
    try (Connection owner = timbre.database().asOwner().getConnection();
        PreparedStatement kept =
            owner.prepareStatement("select digest from idempotency_key where key_value = ?")) {
      kept.setString(1, key);
      try (ResultSet row = kept.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).matches("[0-9a-f]{64}");
      }
    }
  }

  @Test
  void sameSpeechTwice_isSpokenAndChargedOnce() {
    VoiceCase voice = timbre.aLiveVoice();
    Timbre once = client.calls().repeatable("key-" + UUID.randomUUID());
    List<Answer> together = Together.times(3, i -> voice.speak(once, "Hallo."));
    assertThat(together).extracting(Answer::status).containsAnyOf(200).isSubsetOf(200, 409);
    Answer again = voice.speak(once, "Hallo.").expect(200);
    assertThat(voice.ledger().speeches()).isOne();
    assertThat(together)
        .filteredOn(answer -> answer.status() == 200)
        .allSatisfy(
            answer -> {
              assertThat(answer.header("Timbre-Speech")).isEqualTo(again.header("Timbre-Speech"));
              assertThat(answer.bytes()).isEqualTo(again.bytes());
            });
    voice.speak(once, "Etwas anderes.").refusedWith(422, "idempotency-key-reused");
    assertThat(voice.ledger().speeches()).isOne();
  }

  @Test
  void sameActivationTwice_isChargedOnce() {
    VoiceCase voice = timbre.aClonedVoice();
    String path = "clones/" + voice.newestClone().path("id").asText() + "/activation";
    Timbre once = company.approver().calls().repeatable("key-" + UUID.randomUUID());
    String first = once.post(path).expect(200).id();
    assertThat(once.post(path).expect(200).id()).isEqualTo(first);
    assertThat(voice.ledger().speeches()).isOne();
  }

  @Test
  void refusedRequest_doesNotUseUpItsKey() {
    Timbre once = company.curator().calls().repeatable("key-" + UUID.randomUUID());
    Map<String, Object> draft = company.draft(company.newAlias(), company.consent());
    Map<String, Object> bad = new LinkedHashMap<>(draft);
    bad.put("language", "not a language");
    once.post("voices", bad).expect(422);
    once.post("voices", draft).expect(201);
  }

  @Test
  void malformedKey_isRefused() {
    company
        .curator()
        .calls()
        .repeatable("with blanks in it")
        .post("talents", Map.of("name", "Anna"))
        .refusedWith(422, "idempotency-key-malformed");
  }
}
