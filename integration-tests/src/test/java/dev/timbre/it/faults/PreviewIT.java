package dev.timbre.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A copy that fails never fails the clone. */
@OnRunningTimbre
class PreviewIT {

  private final RunningTimbre timbre;

  PreviewIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @Test
  void blockedHost_isNamedAndTheCloneLives() {
    Provider provider = timbre.provider();
    provider.mediaOrigin("https://cdn.example.test");
    VoiceCase voice;
    JsonNode clone;
    try {
      voice = timbre.aDraftVoice().approved();
      clone = voice.awaitClone("provisional");
    } finally {
      provider.mediaOrigin("");
    }
    assertThat(clone.path("preview").asText()).isEqualTo("blocked");
    assertThat(clone.path("previewNote").asText()).contains("cdn.example.test");
    assertThat(clone.toString()).doesNotContain("://");
    Timbre approver = timbre.company().approver().calls();
    String id = clone.path("id").asText();
    approver.get("clones/" + id + "/preview").refusedWith(404, "preview-not-found");
    assertThat(voice.audit(id)).endsWith("clone.preview failed preview-BLOCKED");
    voice.assertClonedExactlyOnce();
  }

  @Test
  void copyThatFailsAtFirst_isTriedAgain() {
    timbre.provider().nextGet("/_media/*", Map.of("type", "status", "status", 503, "body", "away"));
    VoiceCase voice = timbre.aClonedVoice();
    assertThat(voice.newestClone().path("preview").asText()).isEqualTo("stored");
  }

  @Test
  void flaggedSample_isHeldForAnApproverWhoAcknowledges() {
    VoiceCase voice = timbre.company().aDraftVoice(timbre.provider(), "risk-3 ist nur ein Wort.");
    voice.cloned();
    assertThat(voice.newestClone().path("riskType").asInt()).isEqualTo(3);
    Timbre approver = timbre.company().approver().calls();
    voice.decision(approver, "acceptance").refusedWith(409, "risk-not-acknowledged");
    approver
        .post("voices/" + voice.alias() + "/acceptance", Map.of("riskAcknowledged", true))
        .expect(200);
  }
}
