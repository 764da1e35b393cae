package dev.timbre.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An internal system speaks, and everybody can look up what that was and what it cost. */
final class FirstSpeech {
  static final String TEXT = "Guten Morgen, willkommen bei Acme. Wie können wir Ihnen helfen?";

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int ENTRIES = 8;

  private final Story story;
  private final URI server;
  private final Cast cast;

  FirstSpeech(Story story, URI server, Cast cast) {
    this.story = story;
    this.server = server;
    this.cast = cast;
  }

  /**
   * @param file where the audio is saved
   */
  void speak(Path file) throws DemoFault {
    story.step("The client speaks with its API key: \"" + TEXT + "\"");
    Api client = Api.withKey(server, cast.apiKey());
    HttpResponse<byte[]> audio =
        client.postForBytes("voices/" + Registration.VOICE + "/speech", Map.of("text", TEXT));
    try {
      Files.write(file, audio.body());
    } catch (IOException e) {
      throw new DemoFault(file + " cannot be written: " + e, e);
    }
    story.tell("Saved as " + file + " (" + audio.body().length + " bytes).");
    story.tell(
        "%s characters billed, spoken by the clone %s."
            .formatted(header(audio, "Timbre-Characters"), header(audio, "Timbre-Clone")));
    story.tell("The very first speech makes a clone permanent; then the provider charges its fee.");
    story.cost(header(audio, "Timbre-Cost"));
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("?");
  }

  /** Timbre's usage rows beside the provider's own ledger. */
  void compareLedgers(URI provider) throws DemoFault {
    story.step("Compare what Timbre booked with what the provider charged");
    Spending spending = new Spending(server, cast);
    List<JsonNode> rows = spending.rows();
    for (JsonNode row : rows.subList(0, Math.min(ENTRIES, rows.size()))) {
      story.tell(
          "%-20s %6d × %-18s %s CNY"
              .formatted(
                  row.path("createdAt").asText().substring(0, 19),
                  row.path("quantity").asLong(),
                  row.path("unit").asText(),
                  row.path("amount").path("amount").asText()));
    }
    BigDecimal charged = charged(provider);
    BigDecimal booked = spending.total();
    String same = charged.compareTo(booked) == 0 ? "The two agree." : "They differ: look into it.";
    story.tell(
        "Timbre booked %s CNY in all, the provider charged %s CNY. %s"
            .formatted(Spending.plain(booked), Spending.plain(charged), same));
    story.cost(Story.FREE);
  }

  private static BigDecimal charged(URI provider) throws DemoFault {
    HttpRequest request =
        HttpRequest.newBuilder(provider.resolve("/_sandbox/ledger?account=demo"))
            .timeout(LIMIT)
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      JsonNode ledger = new ObjectMapper().readTree(answer.body());
      return new BigDecimal(ledger.path("totals").path("amount").asText("0"));
    } catch (IOException e) {
      throw new DemoFault("The provider's ledger cannot be read: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFault("The demo was interrupted.", e);
    }
  }

  void showAudit() throws DemoFault {
    story.step("The auditor looks at the log");
    Api auditor = Api.withKey(server, cast.player(Cast.AUDITOR).key());
    for (JsonNode entry : auditor.get("audit?limit=" + ENTRIES).path("items")) {
      story.tell(
          "%s  %-24s %-9s %s"
              .formatted(
                  entry.path("at").asText().substring(0, 19),
                  entry.path("action").asText(),
                  entry.path("outcome").asText(),
                  entry.path("actor").asText()));
    }
    story.cost(Story.FREE);
  }
}
