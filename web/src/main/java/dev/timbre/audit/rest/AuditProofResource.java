package dev.timbre.audit.rest;

import dev.timbre.audit.control.AuditProof;
import dev.timbre.audit.entity.AuditSigningKey;
import dev.timbre.audit.proof.NoteKey;
import dev.timbre.platform.rest.Given;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs over the log. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, when, and how it ended.")
public class AuditProofResource {

  @Inject AuditProof proof;

  /**
   * Proof that an entry stands in the log (RFC 9162, section 2.1.3).
   *
   * @param position in the log, from 0
   * @param entry what was hashed, in canonical form; absent when it was retired
   * @param leafHash SHA-256 of a zero byte and the entry's bytes, in base64
   * @param path hashes from the leaf's sibling up to the root, in base64
   */
  public record InclusionBody(
      UUID id,
      long position,
      String entry,
      String leafHash,
      List<String> path,
      CheckpointBody checkpoint) {}

  /**
   * Proof that the log only grew from one checkpoint to the other (RFC 9162, section 2.1.4).
   *
   * @param hashes in base64
   */
  public record ConsistencyBody(CheckpointBody from, CheckpointBody to, List<String> hashes) {}

  /**
   * A key that signs, or once signed, checkpoints and receipts.
   *
   * @param publicKey the 32 bytes of RFC 8032, in base64
   * @param verifier name, id and key in the form that verifiers of signed notes take
   * @param since when it was introduced
   */
  public record SigningKeyBody(
      String name, String id, String publicKey, String verifier, Instant since) {}

  /** All of them, the oldest first. */
  public record SigningKeyList(List<SigningKeyBody> items) {}

  @GET
  @Path("{id}/proof")
  @Operation(operationId = "proveAuditEntry", summary = "Prove that an entry stands in the log")
  public InclusionBody inclusion(
      @PathParam("id") UUID id,
      @Parameter(description = "Size of the checkpoint to prove against; absent for the newest.")
          @QueryParam("checkpoint")
          Long checkpoint) {
    AuditProof.Inclusion inclusion = proof.inclusion(id, checkpoint);
    return new InclusionBody(
        id,
        inclusion.leaf().position(),
        inclusion.canonical(),
        CheckpointBody.base64(inclusion.leaf().hash()),
        CheckpointBody.base64(inclusion.path()),
        CheckpointBody.of(inclusion.checkpoint()));
  }

  @GET
  @Path("consistency")
  @Operation(operationId = "proveConsistency", summary = "Prove that the log only grew")
  public ConsistencyBody consistency(
      @Parameter(description = "Size of the older checkpoint.") @QueryParam("from") Long from,
      @Parameter(description = "Size of the newer checkpoint; absent for the newest.")
          @QueryParam("to")
          Long to) {
    AuditProof.Consistency consistency = proof.consistency(Given.required("from", from), to);
    return new ConsistencyBody(
        CheckpointBody.of(consistency.from()),
        CheckpointBody.of(consistency.to()),
        CheckpointBody.base64(consistency.hashes()));
  }

  @GET
  @Path("keys")
  @Operation(operationId = "listSigningKeys", summary = "List the keys that sign for the log")
  public SigningKeyList keys() {
    return new SigningKeyList(proof.keys().stream().map(AuditProofResource::body).toList());
  }

  private static SigningKeyBody body(AuditSigningKey published) {
    NoteKey key = published.key();
    return new SigningKeyBody(
        key.name(),
        key.id(),
        CheckpointBody.base64(key.bytes()),
        key.toString(),
        published.getCreatedAt());
  }
}
