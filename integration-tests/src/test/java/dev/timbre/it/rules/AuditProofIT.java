package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Verifier;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log proves itself to somebody who has nothing but its answers and a key. */
@OnRunningTimbre
class AuditProofIT {

  private static final Duration SEALED = Duration.ofSeconds(60);

  private final RunningTimbre timbre;
  private final Timbre auditor;

  @TempDir Path directory;

  AuditProofIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.auditor = timbre.company().auditor().calls();
  }

  /** Something new in the log. */
  private String anEntry() {
    Company company = timbre.company();
    String talent =
        company.curator().calls().post("talents", Map.of("name", "Anna")).expect(201).id();
    return auditor.get("audit?subject=" + talent).expect(200).items().get(0).path("id").asText();
  }

  private JsonNode sealed(String entry) {
    return await()
        .atMost(SEALED)
        .until(() -> auditor.get("audit/" + entry + "/proof"), answer -> answer.status() == 200)
        .json();
  }

  private static byte[] sha256(byte[]... parts) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List.of(parts).forEach(digest::update);
    return digest.digest();
  }

  private static byte[] base64(JsonNode text) {
    return Base64.getDecoder().decode(text.asText());
  }

  /** RFC 9162, section 2.1.3.2, once more, in its own words. */
  private static byte[] rootOf(byte[] leaf, long position, long size, JsonNode path)
      throws NoSuchAlgorithmException {
    long fn = position;
    long sn = size - 1;
    byte[] r = leaf;
    for (JsonNode p : path) {
      if (fn % 2 == 1 || fn == sn) {
        r = sha256(new byte[] {1}, base64(p), r);
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = sha256(new byte[] {1}, r, base64(p));
      }
      fn >>= 1;
      sn >>= 1;
    }
    return r;
  }

  @Test
  void newEntry_isSealedAndProvedUpToTheSignedRoot() throws Exception {
    String entry = anEntry();

    JsonNode proof = sealed(entry);

    byte[] leaf =
        sha256(new byte[] {0}, proof.path("entry").asText().getBytes(StandardCharsets.UTF_8));
    assertThat(proof.path("entry").asText()).contains("\"id\":\"" + entry + "\"");
    assertThat(base64(proof.path("leafHash"))).isEqualTo(leaf);
    JsonNode checkpoint = proof.path("checkpoint");
    long size = checkpoint.path("size").asLong();
    assertThat(rootOf(leaf, proof.path("position").asLong(), size, proof.path("path")))
        .isEqualTo(base64(checkpoint.path("root")));
    assertThat(checkpoint.path("note").asText())
        .startsWith(
            checkpoint.path("origin").asText()
                + "\n"
                + size
                + "\n"
                + checkpoint.path("root").asText());
    assertThat(auditor.get("audit/" + entry + "/proof?checkpoint=1").status()).isIn(200, 404, 422);
  }

  @Test
  void logThatGrew_provesThatItOnlyGrew() {
    long before = sealed(anEntry()).path("checkpoint").path("size").asLong();
    long after =
        await()
            .atMost(SEALED)
            .until(
                () -> sealed(anEntry()).path("checkpoint").path("size").asLong(),
                size -> size > before);

    JsonNode grown =
        auditor.get("audit/consistency?from=" + before + "&to=" + after).expect(200).json();

    assertThat(grown.path("from").path("size").asLong()).isEqualTo(before);
    assertThat(grown.path("hashes").isArray()).isTrue();
    auditor
        .get("audit/consistency?from=" + after + "&to=" + before)
        .refusedWith(422, "checkpoint-order");
  }

  @Test
  void checkpoints_arePagedAndReadOneByOne() {
    sealed(anEntry());
    Answer first = auditor.get("audit/checkpoints?limit=1").expect(200);
    String size = first.items().get(0).path("size").asText();

    assertThat(auditor.get("audit/checkpoints/" + size).expect(200).json())
        .isEqualTo(first.items().get(0));
    assertThat(auditor.get("audit/checkpoints/latest/note").expect(200).body())
        .contains("\n\n\u2014 timbre/audit ");
    if (first.json().has("next")) {
      assertThat(
              auditor
                  .get("audit/checkpoints?limit=1&after=" + first.text("next"))
                  .expect(200)
                  .items()
                  .get(0)
                  .path("size")
                  .asLong())
          .isLessThan(Long.parseLong(size));
    }
  }

  @Test
  void export_isIntactForTheVerifierUntilSomethingIsChanged() throws Exception {
    String entry = anEntry();
    sealed(entry);
    String export = auditor.get("audit/export").expect(200).body();
    String key = auditor.get("audit/keys").expect(200).items().get(0).path("verifier").asText();

    assertThat(verified(key, export)).isEqualTo("0");
    assertThat(verified(key, export.replace(entry, "019a9f8b-0a41-7b3c-9c11-6d0f5e7c2a19")))
        .startsWith("1 line ")
        .contains("was changed");
  }

  @Test
  void witness_keepsCheckpointsThatTheWholeLogFits() throws Exception {
    sealed(anEntry());
    await().atMost(SEALED).until(() -> Files.exists(timbre.witness()));
    Path kept = Files.copy(timbre.witness(), directory.resolve("kept.txt"));
    String key = auditor.get("audit/keys").expect(200).items().get(0).path("verifier").asText();

    String export = auditor.get("audit/export").expect(200).body();

    assertThat(Files.readString(kept)).contains("\u2014 timbre/audit ");
    assertThat(verified(key, export, "--witness", kept.toString())).isEqualTo("0");
  }

  @Test
  void partOfTheLog_isIntactByItselfAndSaidToBeNoMore() throws Exception {
    String entry = anEntry();
    sealed(entry);
    String at = auditor.get("audit/" + entry).expect(200).text("at");
    String key = auditor.get("audit/keys").expect(200).items().get(0).path("verifier").asText();

    String export = auditor.get("audit/export?from=" + at).expect(200).body();

    assertThat(export).contains(entry);
    assertThat(verified(key, export)).startsWith("3 intact: ").contains("were exported");
  }

  /** Exit code, and the first problem. */
  private String verified(String key, String export, String... options)
      throws IOException, InterruptedException {
    return Verifier.run(directory, key, export, options);
  }

  @Test
  void ocsf_hasOneEventPerEntry() throws Exception {
    String entry = anEntry();
    sealed(entry);

    String events = auditor.get("audit/export?format=ocsf").expect(200).body();

    JsonNode event =
        Timbre.JSON.readTree(
            events.lines().filter(line -> line.contains(entry)).findFirst().orElseThrow());
    assertThat(event.path("class_uid").asInt()).isEqualTo(6003);
    assertThat(event.path("type_uid").asInt()).isEqualTo(600301);
    assertThat(event.path("status_id").asInt()).isEqualTo(1);
    assertThat(event.path("api").path("operation").asText()).isEqualTo("talent.create");
    assertThat(event.path("metadata").path("uid").asText()).isEqualTo(entry);
    assertThat(event.path("actor").path("user").path("uid").asText())
        .isEqualTo(timbre.company().curator().id());
  }
}
