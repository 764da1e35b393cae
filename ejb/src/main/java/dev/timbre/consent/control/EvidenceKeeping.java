package dev.timbre.consent.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.EvidenceKind;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.storage.control.BlobStore;
import dev.timbre.storage.control.StoredAudio;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Files that prove a consent, kept as they came. Only checked sound is ever played in place. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "consents:write"})
public class EvidenceKeeping {

  /** Largest evidence file, in bytes. */
  public static final long MAX_BYTES = 20_000_000;

  /** Documents are never shown inline, so their real type does not matter. */
  private static final String OPAQUE = "application/octet-stream";

  @Inject Consents consents;
  @Inject TalentSight sight;
  @Inject BlobStore store;
  @Inject StatementHearing hearing;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject RequestContext request;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * Adds a file to the consent's newest version, which may not have begun yet.
   *
   * @param kind a document, or the talent's recorded statement, which is then checked to be sound
   * @throws dev.timbre.platform.error.NotFound when there is none, or the caller may not know of it
   * @throws Invalid when the file is empty or larger than {@link #MAX_BYTES}
   * @throws dev.timbre.platform.error.Conflict when the talent's data were erased
   * @throws dev.timbre.audio.entity.RecordingRejected when a recorded statement is no sound
   */
  @Audited(AuditAction.EVIDENCE_ADD)
  @RolesAllowed({"curator", "consents:write"})
  public UUID add(UUID consentId, EvidenceKind kind, String filename, Path file) {
    Consent consent = sight.consent(consentId);
    consent.newest().scope().brandIds().forEach(b -> access.requireBrand(b, Role.CURATOR));
    requireSize(file);
    String type = mediaType(kind, file);
    String digest = store.keep(out -> Files.copy(file, out));
    request.digestedAs(consentId + " " + digest + " " + filename);
    return idempotency.once(
        () -> {
          consents.getKnownTalent(consent.getTalent().getId());
          store.register(digest, type);
          ConsentEvidence evidence =
              new ConsentEvidence(
                  clock.instant(),
                  consent.newest(),
                  new ConsentEvidence.Content(kind, filename, digest),
                  access.actor());
          consents.add(evidence);
          trail.done(
              AuditAction.EVIDENCE_ADD,
              consentId,
              Change.to("evidence", evidence.getId()),
              Change.to("kind", kind),
              Change.to("sha256", digest));
          return evidence.getId();
        });
  }

  private String mediaType(EvidenceKind kind, Path file) {
    return switch (kind) {
      case DOCUMENT -> OPAQUE;
      case STATEMENT_RECORDING -> hearing.hear(file).mediaType();
      case STATEMENT_TEXT ->
          throw new Invalid(
              "evidence-kind", "The text of a statement is kept by the capture of a consent only.");
    };
  }

  /** Of a version, the oldest first; none for those who may see no brand in it. */
  public List<ConsentEvidence> of(UUID consentVersionId) {
    return isVisible(consents.getVersion(consentVersionId))
        ? consents.evidenceOf(consentVersionId)
        : List.of();
  }

  /**
   * Of those versions that name a brand which the caller may see, the newest first.
   *
   * @throws dev.timbre.platform.error.NotFound when the caller may not know of the consent
   */
  public List<ConsentEvidence> ofConsent(UUID consentId) {
    sight.consent(consentId);
    return consents.evidenceOfConsent(consentId).stream()
        .filter(evidence -> isVisible(evidence.getConsentVersion()))
        .toList();
  }

  /**
   * @throws dev.timbre.platform.error.NotFound when the consent has no such evidence
   * @throws NotAllowed when the caller may see none of its brands
   */
  public ConsentEvidence get(UUID consentId, UUID evidenceId) {
    ConsentEvidence evidence = consents.getEvidence(consentId, evidenceId);
    requireVisible(evidence.getConsentVersion());
    return evidence;
  }

  /** The bytes of a piece of evidence. */
  public StoredAudio content(UUID consentId, UUID evidenceId) {
    return store.audio(get(consentId, evidenceId).getSha256());
  }

  private void requireVisible(ConsentVersion version) {
    if (!isVisible(version)) {
      throw new NotAllowed(
          "evidence-not-allowed",
          "Evidence is shown to those who have a role for a brand in the consent.");
    }
  }

  private boolean isVisible(ConsentVersion version) {
    return version.scope().brandIds().stream().anyMatch(access::maySee);
  }

  private static void requireSize(Path file) {
    try {
      long size = Files.size(file);
      if (size == 0 || size > MAX_BYTES) {
        throw new Invalid(
                "evidence-size",
                "The file has " + size + " bytes; evidence may have 1 to " + MAX_BYTES + ".")
            .about(size, MAX_BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
