package dev.timbre.consent.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.error.Invalid;
import dev.timbre.storage.control.BlobStore;
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

/** Files that prove a consent. They are kept as they came and only ever handed out as downloads. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "consents:write"})
public class EvidenceKeeping {

  /** Largest evidence file, in bytes. */
  public static final long MAX_BYTES = 20_000_000;

  /** Evidence is never shown inline, so its real type does not matter. */
  private static final String OPAQUE = "application/octet-stream";

  @Inject Consents consents;
  @Inject BlobStore store;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject RequestContext request;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * Adds a file to the consent's current version.
   *
   * @throws Invalid when the file is empty or larger than {@link #MAX_BYTES}
   */
  @Audited(AuditAction.EVIDENCE_ADD)
  @RolesAllowed({"curator", "consents:write"})
  public UUID add(UUID consentId, String filename, Path file) {
    requireSize(file);
    Consent consent = consents.get(consentId);
    consent.current().scope().brandIds().forEach(b -> access.requireBrand(b, Role.CURATOR));
    String digest = store.keep(out -> Files.copy(file, out));
    request.digestedAs(consentId + " " + digest + " " + filename);
    return idempotency.once(
        () -> {
          store.register(digest, OPAQUE);
          ConsentEvidence evidence =
              new ConsentEvidence(clock.instant(), consent.current(), filename, digest);
          consents.add(evidence);
          trail.done(
              AuditAction.EVIDENCE_ADD,
              consentId,
              Change.to("evidence", evidence.getId()),
              Change.to("sha256", digest));
          return evidence.getId();
        });
  }

  public List<ConsentEvidence> of(UUID consentVersionId) {
    return consents.evidenceOf(consentVersionId);
  }

  /** The bytes of a piece of evidence. */
  public Path file(ConsentEvidence evidence) {
    return store.file(evidence.getSha256());
  }

  private static void requireSize(Path file) {
    try {
      long size = Files.size(file);
      if (size == 0 || size > MAX_BYTES) {
        throw new Invalid(
            "evidence-size",
            "The file has " + size + " bytes; evidence may have 1 to " + MAX_BYTES + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
