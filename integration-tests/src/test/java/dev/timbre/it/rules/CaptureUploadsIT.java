package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Captured;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Hold;
import dev.timbre.it.fixture.Tone;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What talents record is kept exactly as long as their answer needs it. */
@OnRunningTimbre
class CaptureUploadsIT {

  private final RunningTimbre timbre;
  private final Company company;
  private final Timbre curator;

  CaptureUploadsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = Company.founded(timbre.admin());
    this.curator = company.curator().calls();
  }

  private Captured asked() {
    return Captured.of(company, timbre.anybody());
  }

  @Test
  void recordingThatCameBack_isKeptWhateverElseLetsGoOfIt() {
    byte[] first = Tone.unique(5);
    Captured asked = asked();
    asked.record(first).expect(200);
    asked.record(Tone.wav(4, 8000)).expect(200);
    asked.record(first).expect(200);
    Captured other = asked();
    other.record(first).expect(200);
    other.record(Tone.wav(6, 8000)).expect(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        count("erasure where finished_at is null and talent_id", company.talent()))
                    .isZero());
    asked.confirm().expect(200);

    String consent = curator.get("captures/" + asked.id()).text("consent");
    for (JsonNode piece : curator.get("consents/" + consent + "/evidence").items()) {
      curator.get("consents/" + consent + "/evidence/" + piece.path("id").asText()).expect(200);
    }
  }

  @Test
  void recordingWhoseBytesAreErasedMeanwhile_isKeptAllTheSame() throws Exception {
    byte[] sound = Tone.unique(5);
    asked().record(sound).expect(200);
    Captured asked = asked();
    String erased = "update blob set erased_at = now() where sha256 = '" + sha256(sound) + "'";
    try (Hold erasure = new Hold(timbre.database().asOwner(), erased)) {
      CompletableFuture<Answer> recorded = CompletableFuture.supplyAsync(() -> asked.record(sound));
      erasure.awaitWaiting();
      Files.delete(file(sound));
      erasure.commit();
      recorded.join().expect(200);
    }
    assertThat(file(sound)).exists();
  }

  @Test
  void answerOnItsWay_isTooLateOnceTheLinkWasReplaced() throws SQLException {
    Captured asked = asked();
    String again =
        "update consent_capture set uploads = 0 where id = '%1$s';"
            + "update talent_link set revoked_at = now() where subject_id = '%1$s'";
    try (Hold replacing = new Hold(timbre.database().asOwner(), again.formatted(asked.id()))) {
      byte[] sound = Tone.unique(5);
      CompletableFuture<Answer> recorded = CompletableFuture.supplyAsync(() -> asked.record(sound));
      CompletableFuture<Answer> declined =
          CompletableFuture.supplyAsync(() -> asked.talent().post("link/refusal", Map.of()));
      replacing.awaitWaiting(2);
      replacing.commit();
      recorded.join().refusedWith(409, "link-revoked");
      declined.join().refusedWith(409, "link-revoked");
      assertThat(file(sound)).doesNotExist();
    }
    assertThat(curator.get("captures/" + asked.id()).text("state")).isEqualTo("open");
    assertThat(count("consent_capture where recording is not null and id", asked.id())).isZero();
  }

  @Test
  void refusedRecordings_leaveNoFiles() {
    Captured asked = asked();
    byte[] first = Tone.unique(3);
    for (int i = 0; i < 10; i++) {
      asked.record(first).expect(200);
    }
    byte[] tooMany = Tone.unique(5);
    asked.record(tooMany).refusedWith(429, "link-uploads");
    assertThat(file(first)).exists();
    assertThat(file(tooMany)).doesNotExist();
  }

  private Path file(byte[] content) {
    String digest = sha256(content);
    return timbre
        .config()
        .base()
        .resolve("data/timbre")
        .resolve(digest.substring(0, 2))
        .resolve(digest.substring(2, 4))
        .resolve(digest);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String from, String id) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        PreparedStatement prepared =
            owner.prepareStatement("select count(*) from " + from + " = ?")) {
      prepared.setObject(1, UUID.fromString(id));
      try (ResultSet count = prepared.executeQuery()) {
        count.next();
        return count.getLong(1);
      }
    }
  }
}
