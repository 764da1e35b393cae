package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir Path directory;

  private Sandbox start() throws IOException {
    return Sandbox.start(SandboxConfig.in(directory));
  }

  private static Caller demo(Sandbox sandbox) {
    return new Caller(sandbox.baseUri(), SandboxConfig.DEMO_KEY);
  }

  private static Caller control(Sandbox sandbox) {
    return new Caller(sandbox.baseUri(), null);
  }

  private static JsonNode state(Sandbox sandbox) throws IOException {
    ObjectNode state = (ObjectNode) control(sandbox).get("/_sandbox/state");
    state.remove("time");
    return state;
  }

  @Test
  void everything_isRememberedThroughARestart() throws Exception {
    JsonNode state;
    JsonNode ledger;
    JsonNode requests;
    String link;
    try (Sandbox first = start()) {
      Caller demo = demo(first);
      demo.clone("KeptVoice1", "lj.mp3");
      demo.clone("GoneVoice1", "lj.mp3");
      demo.clone("FreshVoice", "kerstin.m4a");
      demo.speak("KeptVoice1", "Remember me.");
      demo.post(
          "/v1/delete_voice", "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"GoneVoice1\"}");
      long file = demo.uploadSample("lj.mp3");
      link = demo.get("/v1/files/retrieve?file_id=" + file).at("/file/download_url").asText();
      control(first).post("/_sandbox/clock", "{\"advanceSeconds\":3600}");
      control(first).post("/_sandbox/settings", "{\"largeIds\":true}");
      control(first)
          .post("/_sandbox/accounts", "{\"name\":\"third\",\"keys\":[\"sk-3\"],\"balance\":\"5\"}");
      state = state(first);
      ledger = control(first).get("/_sandbox/ledger");
      requests = control(first).get("/_sandbox/requests");
    }
    try (Sandbox second = start()) {
      assertThat(state(second)).isEqualTo(state);
      assertThat(control(second).get("/_sandbox/ledger")).isEqualTo(ledger);
      assertThat(control(second).get("/_sandbox/requests")).isEqualTo(requests);
      assertThat(Caller.code(demo(second).speak("KeptVoice1", "Again."))).isZero();
      assertThat(Caller.code(demo(second).speak("GoneVoice1", "Again."))).isEqualTo(2054);
      Caller third = new Caller(second.baseUri(), "sk-3");
      assertThat(Caller.code(third.get("/v1/files/list"))).isZero();
      URI moved = second.baseUri().resolve(URI.create(link).getRawPath() + "?" + query(link));
      assertThat(control(second).send(HttpRequest.newBuilder(moved)).body())
          .isEqualTo(Caller.recording("lj.mp3"));
    }
  }

  private static String query(String link) {
    return URI.create(link).getRawQuery();
  }

  @Test
  void lineCutOffByAKill_countsAsNeverWritten() throws Exception {
    JsonNode state;
    try (Sandbox first = start()) {
      demo(first).clone("KeptVoice1", "lj.mp3");
      state = state(first);
    }
    for (String log : new String[] {"journal.jsonl", "requests.jsonl"}) {
      Files.writeString(
          directory.resolve(log), "[{\"fact\":\"voice\",\"acc", StandardOpenOption.APPEND);
    }
    try (Sandbox second = start()) {
      assertThat(state(second)).isEqualTo(state);
      assertThat(Caller.code(demo(second).speak("KeptVoice1", "Fine."))).isZero();
    }
  }

  @Test
  void killedProcess_hasKeptEveryAnsweredChange() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port",
                "0",
                "--data",
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      URI uri = URI.create(line.substring(line.indexOf("http")));
      Caller demo = new Caller(uri, SandboxConfig.DEMO_KEY);
      demo.clone("KilledVoice", "lj.mp3");
      demo.speak("KilledVoice", "Hold the line.");
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (Sandbox second = start()) {
      assertThat(Caller.code(demo(second).speak("KilledVoice", "Back again."))).isZero();
      JsonNode totals = control(second).get("/_sandbox/ledger").get("totals");
      assertThat(totals.at("/fee/count").asInt()).isEqualTo(1);
      assertThat(totals.at("/characters/count").asInt()).isEqualTo(2);
    }
  }

  @Test
  void reset_forgetsEverythingForGood() throws Exception {
    try (Sandbox first = start()) {
      demo(first).clone("GoneVoice1", "lj.mp3");
      control(first).post("/_sandbox/clock", "{\"advanceSeconds\":99999}");
      control(first).post("/_sandbox/reset", "{}");
      assertThat(state(first).get("voices")).isEmpty();
    }
    try (Sandbox second = start()) {
      JsonNode state = state(second);
      assertThat(state.get("voices")).isEmpty();
      assertThat(state.get("files")).isEmpty();
      assertThat(state.at("/settings/clockOffsetSeconds").asInt()).isZero();
    }
  }

  @Test
  void secondSandboxOnOneDirectory_isRefused() throws Exception {
    try (Sandbox first = start()) {
      assertThat(first.baseUri().getPort()).isPositive();
      assertThatThrownBy(this::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("used by another sandbox");
    }
    start().close();
  }

  @Test
  void takenPort_isReportedAndLeavesTheDirectoryFree(@TempDir Path another) throws Exception {
    try (Sandbox first = start()) {
      SandboxConfig same = SandboxConfig.in(another).withPort(first.baseUri().getPort());
      assertThatThrownBy(() -> Sandbox.start(same)).hasRootCauseInstanceOf(BindException.class);
      Sandbox.start(SandboxConfig.in(another)).close();
    }
  }

  @Test
  void close_cutsTheRequestsThatAreHeld() throws Exception {
    Sandbox sandbox = start();
    control(sandbox)
        .post(
            "/_sandbox/faults",
            "{\"match\":{\"path\":\"/v1/get_voice\"},\"effect\":{\"type\":\"hold\"}}");
    Caller demo = demo(sandbox);
    CompletableFuture<Boolean> cut =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                // A POST: the JDK's client repeats a GET by itself when its line is cut.
                demo.post("/v1/get_voice", "{\"voice_type\":\"all\"}");
                return false;
              } catch (IOException e) {
                return true;
              }
            });
    await().until(() -> control(sandbox).get("/_sandbox/faults").get("held").asInt() == 1);
    sandbox.close();
    assertThat(cut.get()).isTrue();
  }
}
