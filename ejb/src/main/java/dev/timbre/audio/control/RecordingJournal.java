package dev.timbre.audio.control;

import dev.timbre.audio.entity.PreflightReport;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.Recordings;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.RequestContext;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** The one transaction of an upload. */
@ApplicationScoped
class RecordingJournal {

  @Inject Recordings recordings;
  @Inject BlobStore store;
  @Inject Idempotency idempotency;
  @Inject RequestContext request;
  @Inject CurrentActor actor;
  @Inject Event<RecordingToKeep> toKeep;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public UUID register(Recording.Label label, Recording.Content content, PreflightReport report) {
    request.digestedAs(content.original() + " " + digest(label));
    return idempotency.once(
        () -> {
          if (label.talentId() != null) {
            toKeep.fire(new RecordingToKeep(label.talentId()));
          }
          store.register(content.original(), mediaType(report));
          store.register(content.normalised(), "audio/wav");
          store.register(content.waveform(), "application/json");
          Recording recording = new Recording(clock.instant(), actor.get(), label, content, report);
          recordings.add(recording);
          trail.done(
              AuditAction.RECORDING_UPLOAD,
              recording.getId(),
              Change.to("purpose", label.purpose()),
              Change.to("brand", label.brandId()),
              Change.to("talent", label.talentId()),
              Change.to("sha256", content.original()));
          return recording.getId();
        });
  }

  /** The same on every node and after every start, which an enum's own hash is not. */
  private static int digest(Recording.Label label) {
    return Objects.hash(
        label.purpose().name(),
        label.brandId(),
        label.talentId(),
        label.filename(),
        label.transcript());
  }

  private static String mediaType(PreflightReport report) {
    return switch (report.format().container()) {
      case WAV -> "audio/wav";
      case MP3 -> "audio/mpeg";
      case M4A -> "audio/mp4";
    };
  }
}
