package dev.timbre.audio.entity;

import static dev.timbre.testing.Moments.NOW;

import dev.timbre.audit.entity.Actor;
import dev.timbre.storage.entity.Blob;
import java.util.List;
import java.util.UUID;

/** Recordings that passed preflight. */
public final class AudioFixtures {

  private AudioFixtures() {}

  /** A blob of which only the digest matters. */
  public static Blob blob() {
    String digest = UUID.randomUUID().toString().replace("-", "").repeat(2);
    return new Blob(NOW, digest, 480_044, "audio/wav");
  }

  /** What preflight says of twelve seconds of good mono sound. */
  public static PreflightReport report(QualityWarning... warnings) {
    return new PreflightReport(
        new AudioFormat(AudioFormat.Container.WAV, "pcm_s16le", 44100, 1),
        12.25,
        480_044,
        List.of(warnings),
        new QualityMeasures(
            -19.5, 4.25, -3.0, -2.75, 0.0, 0.0001, -62.0, 41.5, 0.125, 10.5, null, null, 0.01));
  }

  public static Recording recording(Blob blob, UUID brandId, UUID talentId) {
    return new Recording(
        NOW,
        Actor.person(UUID.randomUUID()),
        new Recording.Label(
            RecordingPurpose.CLONE_SOURCE, brandId, talentId, "anna.wav", "Guten Tag."),
        new Recording.Content(blob.getSha256(), blob.getSha256(), blob.getSha256()),
        report());
  }
}
