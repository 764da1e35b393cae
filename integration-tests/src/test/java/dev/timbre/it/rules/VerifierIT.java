package dev.timbre.it.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Browser;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor downloads the verifier, and checks what a system was given for its speech. */
@OnRunningTimbre
class VerifierIT {

  private final RunningTimbre timbre;
  private final Timbre auditor;

  @TempDir Path directory;

  VerifierIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.auditor = timbre.company().auditor().calls();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  @Test
  void verifier_isTheOneInTheServersFolder() throws Exception {
    Answer jar = auditor.get("audit/verifier").expect(200);

    assertThat(jar.bytes())
        .isEqualTo(
            Files.readAllBytes(
                Path.of(
                    System.getProperty("timbre.server"), "timbre/verifier/timbre-verifier.jar")));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(jar.bytes());
    assertThat(jar.header("Repr-Digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    assertThat(jar.header("Content-Disposition")).contains("timbre-verifier.jar");
    assertThat(pageOfAnAuditor())
        .contains(HexFormat.of().formatHex(digest), "api/v1/audit/verifier");
  }

  private String pageOfAnAuditor() {
    Timbre admin = timbre.admin();
    String name = "verifying-" + UUID.randomUUID().toString().substring(0, 8);
    String password = "nine slow rivers " + UUID.randomUUID();
    Map<String, String> person =
        Map.of("username", name, "displayName", name, "password", password);
    String id = admin.post("people", person).expect(201).id();
    admin.post("grants", Map.of("person", id, "role", "auditor")).expect(201);
    return new Browser(timbre.uri())
        .signIn(name, password)
        .expectPath("/index.xhtml")
        .open("/audit-proof.xhtml")
        .body();
  }

  @Test
  void receiptOfASpeech_isConfirmedWithItsAudioAndItsProof() throws Exception {
    Company.Client client = timbre.company().client("100");
    Answer spoken = timbre.aLiveVoice().speak(client, "Guten Abend.").expect(200);
    String speech = spoken.header("Timbre-Speech");
    Answer receipt = client.calls().get("speeches/" + speech + "/receipt").expect(200);
    JsonNode said = Timbre.JSON.readTree(receipt.text("payload"));
    String entry = said.at("/audit/entry").asText();
    Answer proof =
        await().until(() -> auditor.get("audit/" + entry + "/proof"), a -> a.status() == 200);
    Path jar = file("verifier.jar", auditor.get("audit/verifier").expect(200).bytes());
    Path keys = file("keys.json", auditor.get("audit/keys").expect(200).bytes());
    Path audio = file("speech.mp3", spoken.bytes());
    Path written = file("receipt.json", receipt.bytes());
    Path proved = file("proof.json", proof.bytes());
    List<Path> files = List.of(jar, written, keys, audio, proved);

    assertThat(check(files))
        .startsWith("0 ")
        .contains("speech " + speech + " was spoken")
        .contains("the file is the audio of that speech")
        .contains("the log holds entry " + entry);

    file("receipt.json", receipt.body().replace("\\\"DE\\\"", "\\\"FR\\\"").getBytes(UTF_8));
    assertThat(check(files)).startsWith("1 ").contains("the receipt was changed");

    file("receipt.json", receipt.bytes());
    file("speech.mp3", Company.kerstin());
    assertThat(check(files)).startsWith("1 ").contains("the file is not the audio");
  }

  /** Exit code and words. */
  private static String check(List<Path> files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", files.get(0).toString(), "receipt", files.get(1).toString()));
    command.addAll(List.of("--keys", files.get(2).toString()));
    command.addAll(List.of("--audio", files.get(3).toString()));
    command.addAll(List.of("--proof", files.get(4).toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + words;
  }
}
