package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whatever comes in, the answer is a problem of the 400s in words for people. */
@OnRunningTimbre
class BadRequestsIT {

  private static Company company;
  private static VoiceCase live;
  private static Company.Client client;

  private final RunningTimbre timbre;

  BadRequestsIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeAll
  static void somethingToBeRudeTo(RunningTimbre timbre) {
    company = timbre.company();
    client = company.client("100");
    live = timbre.aLiveVoice();
  }

  /** What every refusal looks like; no class, no stack, no query inside. */
  private static void assertProblem(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
    assertThat(answer.header("Content-Type"))
        .as("%s", answer)
        .startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
    assertThat(problem.path("code").asText()).matches("[a-z0-9-]{3,60}");
    assertThat(problem.path("detail").asText()).hasSizeBetween(10, 2000);
    assertThat(problem.path("incident").asText()).isNotBlank();
    assertThat(answer.body())
        .doesNotContain("Exception", "dev.timbre", "java.", "jakarta.", "org.hibernate", "\tat ")
        .doesNotContainIgnoringCase("select ", "resteasy", "stacktrace");
  }

  /** Lines of {@code caller, method, path, status, body}; a blank status is any of the 400s. */
  @ParameterizedTest(name = "{0} {1} {2} {4}")
  @CsvFileSource(
      resources = "/bad-requests.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      maxCharsPerColumn = 20_000)
  void badRequest_isRefusedInWords(
      String caller, String method, String path, Integer status, String body) {
    Timbre calls = caller(caller);
    String address = filled(path);
    Answer answer =
        body == null
            ? calls.send(method, address, null, BodyPublishers.noBody())
            : calls.json(method, address, filled(body));
    assertProblem(answer);
    if (status != null) {
      answer.expect(status);
    }
  }

  private Timbre caller(String name) {
    return switch (name) {
      case "curator" -> company.curator().calls();
      case "approver" -> company.approver().calls();
      case "auditor" -> company.auditor().calls();
      case "client" -> client.calls();
      case "nobody" -> timbre.anybody();
      default -> company.admin();
    };
  }

  private static String filled(String template) {
    return template
        .replace("{random}", UUID.randomUUID().toString())
        .replace("{voice}", live.id())
        .replace("{clone}", live.newestClone().path("id").asText())
        .replace("{consent}", live.consent())
        .replace("{brand}", company.brand())
        .replace("{slug}", company.slug())
        .replace("{talent}", company.talent())
        .replace("{recording}", company.recording())
        .replace("{person}", company.curator().id())
        .replace("{client}", client.id())
        .replace("{budget}", client.budget())
        .replace("{10000}", "x".repeat(10_000))
        .replace("{300}", "x".repeat(300));
  }

  @Test
  void wrongContentTypes_areRefused() {
    Timbre admin = company.admin();
    for (String type : List.of("text/plain", "application/xml", "image/png", "nonsense")) {
      assertProblem(admin.send("POST", "brands", type, BodyPublishers.ofString("<a/>")));
    }
    assertProblem(
        company
            .curator()
            .calls()
            .send("POST", "recordings", "application/json", BodyPublishers.ofString("{}")));
    assertProblem(admin.with("Accept", "application/xml").get("brands"));
  }

  @Test
  void brokenText_isRefused() {
    Timbre admin = company.admin();
    byte[] latin1 =
        "{\"slug\":\"abc\",\"name\":\"\u00e4\u00f6\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertProblem(
        admin.send("POST", "brands", "application/json", BodyPublishers.ofByteArray(latin1)));
    assertProblem(admin.json("POST", "brands", "{\"slug\":\"abc\",\"name\":\"a\\u0000b\"}"));
    assertProblem(admin.json("POST", "brands", "[".repeat(100_000)));
    assertProblem(admin.json("POST", "brands", "{\"name\":" + "9".repeat(10_000) + "}"));
  }

  @Test
  void hugeBodies_areRefused() {
    String huge = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";
    assertProblem(company.curator().calls().json("POST", "talents", huge));
    assertProblem(live.speak(client, "x".repeat(10_000)));
    assertProblem(live.speak(client, "x".repeat(300_000)));
  }

  @Test
  void badUploads_areRefused() {
    Timbre curator = company.curator().calls();
    assertProblem(curator.upload("recordings", new Form()));
    assertProblem(curator.upload("recordings", new Form().field("purpose", "clone_source")));
    assertProblem(curator.upload("recordings", company.form(new byte[0])).expect(422));
    assertProblem(
        curator
            .upload("recordings", company.form("no audio".getBytes(StandardCharsets.UTF_8)))
            .expect(422));
    assertProblem(curator.upload("recordings", company.form(new byte[20_500_000])).expect(422));
    assertProblem(
        curator.upload(
            "recordings",
            new Form().field("purpose", "karaoke").file("file", "a", Company.kerstin())));
    assertProblem(
        curator.upload(
            "recordings", new Form().field("talent", "x").file("file", "a", Company.kerstin())));
    Form many = new Form();
    for (int i = 0; i < 50; i++) {
      many.field("f" + i, "x");
    }
    assertProblem(curator.upload("recordings", many));
    assertProblem(
        curator.send("POST", "recordings", "multipart/form-data", BodyPublishers.ofString("x")));
    assertProblem(
        curator.send(
            "POST",
            "recordings",
            "multipart/form-data; boundary=a",
            BodyPublishers.ofString("--b")));
  }

  @Test
  void hugeUpload_isRefusedAsSoonAsItIsAnnounced() throws IOException {
    URI uri = timbre.uri();
    String head =
        "POST /api/v1/recordings HTTP/1.1\r\nHost: "
            + uri.getAuthority()
            + "\r\n"
            + "Content-Type: multipart/form-data; boundary=a\r\n"
            + "Content-Length: 99000000\r\n\r\n";
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json", "body-too-large");
    }
  }

  @Test
  void rejectedRecording_namesRuleMeasureAndLimit() {
    byte[] tooShort = new byte[20_000];
    System.arraycopy(Company.kerstin(), 0, tooShort, 0, tooShort.length);
    Answer answer = company.curator().calls().upload("recordings", company.form(tooShort));
    assertProblem(answer.expect(422));
    JsonNode violation = answer.json().path("violations").path(0);
    assertThat(violation.path("rule").asText()).isNotBlank();
    assertThat(violation.path("value").asText()).isNotBlank();
    assertThat(violation.path("limit").asText()).isNotBlank();
  }

  @Test
  void fileNames_areOnlyNames() {
    Form form =
        new Form()
            .field("brand", company.brand())
            .field("talent", company.talent())
            .file("file", "../../../../etc/passwd", Company.kerstin());
    Answer kept = company.curator().calls().upload("recordings", form);
    assertThat(kept.status()).isIn(201, 422);
    if (kept.status() == 201) {
      assertThat(kept.text("filename")).doesNotContain("/");
    }
  }
}
