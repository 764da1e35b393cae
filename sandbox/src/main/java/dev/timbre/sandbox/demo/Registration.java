package dev.timbre.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A voice's way from a recording to the day it may speak. */
final class Registration {
  static final String VOICE = "acme.kerstin";

  private static final String RECORDING = "kerstin.wav";
  private static final String PREVIEW_TEXT = "Guten Tag, hier spricht Kerstin.";
  private static final Duration CLONE_LIMIT = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(300);

  private final Story story;
  private final Api curator;
  private final Api approver;
  private final Spending spending;

  Registration(Story story, URI server, Cast cast) {
    this.story = story;
    this.curator = Api.withKey(server, cast.player(Cast.CURATOR).key());
    this.approver = Api.withKey(server, cast.player(Cast.APPROVER).key());
    this.spending = new Spending(server, cast);
  }

  /**
   * @param preview where the preview is saved
   */
  void register(Path preview) throws DemoFault {
    String brand = curator.get("brands").path("items").path(0).path("id").asText();
    story.step("The curator enters the talent 'Kerstin' and what she agreed to");
    String talent = id(curator.post("talents", Map.of("name", "Kerstin")));
    String consent = id(curator.post("consents", consent(talent, brand)));
    story.cost(Story.FREE);

    String recording = upload(brand, talent);

    story.step("The curator registers the voice '" + VOICE + "' and submits it");
    curator.post("voices", voice(recording, consent));
    curator.post("voices/" + VOICE + "/submission", Map.of());
    story.cost(Story.FREE);

    story.step("The approver, another person, approves it; Timbre clones it at the provider");
    approver.post("voices/" + VOICE + "/approval", Map.of());
    JsonNode made = awaitClone();
    story.tell("The provider calls it " + made.path("providerVoiceId").asText() + ".");
    story.tell("It must speak before " + made.path("deadline").asText() + ", or it lapses.");
    story.cost(spending.sinceLastTime());

    hear(id(made), preview);
  }

  private String upload(String brand, String talent) throws DemoFault {
    story.step("The curator uploads a real recording; preflight checks it");
    Multipart form =
        new Multipart()
            .field("purpose", "clone_source")
            .field("brand", brand)
            .field("talent", talent)
            .file("file", RECORDING, recording());
    JsonNode recording = curator.upload("recordings", form);
    JsonNode preflight = recording.path("preflight");
    story.tell(
        String.format(
            Locale.ROOT,
            "%s, %d Hz, %.1f s, %d bytes: fit to be cloned.",
            preflight.path("codec").asText(),
            preflight.path("sampleRate").asInt(),
            preflight.path("duration").asDouble(),
            preflight.path("bytes").asLong()));
    preflight.path("warnings").forEach(w -> story.tell("Note: " + w.path("message").asText()));
    story.cost(Story.FREE);
    return id(recording);
  }

  private static byte[] recording() throws DemoFault {
    try (InputStream in = Registration.class.getResourceAsStream(RECORDING)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new DemoFault("The demo's recording cannot be read: " + e, e);
    }
  }

  private static Map<String, Object> consent(String talent, String brand) {
    return Map.of(
        "talent", talent,
        "brands", List.of(brand),
        "purposes", List.of("customer_service", "product", "training"),
        "channels", List.of("phone", "web", "app"),
        "territories", List.of("WORLD"),
        "languages", List.of("de"),
        "statement", "The recordings were given to everybody, for any purpose (CC0 1.0).");
  }

  private static Map<String, Object> voice(String recording, String consent) {
    return Map.of(
        "alias",
        VOICE,
        "name",
        "Kerstin",
        "language",
        "de",
        "recording",
        recording,
        "consent",
        consent,
        "options",
        Map.of("previewText", PREVIEW_TEXT));
  }

  /** Follows the background work, and then the copy of the preview. */
  private JsonNode awaitClone() throws DemoFault {
    long end = System.nanoTime() + CLONE_LIMIT.toNanos();
    String state = "";
    while (System.nanoTime() < end) {
      JsonNode made = approver.get("voices/" + VOICE + "/clones").path("items").path(0);
      JsonNode work = approver.get("operations/" + made.path("operation").asText());
      if (!work.path("state").asText().equals(state)) {
        state = work.path("state").asText();
        story.tell("Operation " + work.path("kind").asText() + ": " + state + ".");
      }
      if (state.equals("failed") || made.path("state").asText().equals("failed")) {
        throw new DemoFault("The clone failed: " + made.path("fault").path("message").asText());
      }
      if (made.path("preview").asText().equals("stored")) {
        return made;
      }
      pause();
    }
    throw new DemoFault("The clone was not ready after " + CLONE_LIMIT.toSeconds() + " s.");
  }

  private static void pause() throws DemoFault {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFault("The demo was interrupted.", e);
    }
  }

  private void hear(String made, Path preview) throws DemoFault {
    story.step("The approver hears the preview and accepts it: the voice is live");
    HttpResponse<byte[]> audio = approver.getBytes("clones/" + made + "/preview");
    try {
      Files.write(preview, audio.body());
    } catch (IOException e) {
      throw new DemoFault(preview + " cannot be written: " + e, e);
    }
    story.tell("Preview saved as " + preview + " (" + audio.body().length + " bytes).");
    // "clone" says which one was heard
    approver.post("voices/" + VOICE + "/acceptance", Map.of("clone", made));
    story.cost(spending.sinceLastTime());
  }

  private static String id(JsonNode body) {
    return body.path("id").asText();
  }
}
