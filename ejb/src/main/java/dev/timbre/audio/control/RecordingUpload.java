package dev.timbre.audio.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audio.entity.PreflightReport;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.error.Invalid;
import dev.timbre.storage.control.BlobStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Takes an upload: preflight first, then the store, then one transaction that makes it known. */
@Stateless
@RolesAllowed({"curator", "recordings:write"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecordingUpload {

  @Inject AudioConfig audio;
  @Inject BlobStore store;
  @Inject RecordingJournal journal;
  @Inject Access access;

  /**
   * Keeps a file that passes preflight.
   *
   * @param file belongs to the caller, who deletes it
   * @throws dev.timbre.audio.entity.RecordingRejected when it breaks a rule; nothing is kept then
   */
  @Audited(AuditAction.RECORDING_UPLOAD)
  public UUID upload(Path file, Recording.Label label) {
    if (label.brandId() != null) {
      access.requireBrand(label.brandId(), Role.CURATOR);
    }
    requireEndOfSentence(label);
    PreflightResult result =
        audio.preflight().inspect(file, label.filename(), label.purpose(), store.workDirectory());
    try {
      return keep(file, label, result);
    } finally {
      delete(result.normalised());
    }
  }

  private UUID keep(Path file, Recording.Label label, PreflightResult result) {
    PreflightReport report = result.report();
    Recording.Content content =
        new Recording.Content(
            store.keep(out -> Files.copy(file, out)),
            store.keep(out -> Files.copy(result.normalised(), out)),
            store.keep(out -> out.write(result.waveform())));
    return journal.register(label, content, report);
  }

  /** The provider wants a prompt's transcript to end with punctuation. */
  private static void requireEndOfSentence(Recording.Label label) {
    String text = label.transcript() == null ? "" : label.transcript().strip();
    if (label.purpose() == RecordingPurpose.CLONE_PROMPT
        && !text.isEmpty()
        && !text.matches("(?s).*\\p{Punct}|(?s).*\\p{IsPunctuation}")) {
      throw new Invalid(
          "transcript-without-punctuation",
          "The transcript of a prompt must end with punctuation; add a full stop.");
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
