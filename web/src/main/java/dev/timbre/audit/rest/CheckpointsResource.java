package dev.timbre.audit.rest;

import dev.timbre.audit.control.AuditProof;
import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.platform.entity.PageRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signed heads of the log. */
@Path("audit/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, when, and how it ended.")
public class CheckpointsResource {

  @Inject AuditProof proof;

  /**
   * Some checkpoints, the largest first.
   *
   * @param next pass it as {@code after} for the next page; absent on the last one
   */
  public record CheckpointPage(List<CheckpointBody> items, Long next) {}

  @GET
  @Operation(operationId = "listCheckpoints", summary = "List the signed heads of the log")
  public CheckpointPage list(
      @Parameter(description = "Items per page, 1 to 200.") @QueryParam("limit") @DefaultValue("50")
          int limit,
      @Parameter(description = "The next of the page before; absent for the first page.")
          @QueryParam("after")
          Long after) {
    int wanted = PageRequest.first(limit).limit();
    List<AuditCheckpoint> rows = proof.page(after, wanted + 1);
    List<CheckpointBody> items = rows.stream().limit(wanted).map(CheckpointBody::of).toList();
    Long next = rows.size() > wanted ? Long.valueOf(items.get(wanted - 1).size()) : null;
    return new CheckpointPage(items, next);
  }

  @GET
  @Path("latest")
  @Operation(operationId = "getLatestCheckpoint", summary = "Read the newest head of the log")
  public CheckpointBody latest() {
    return CheckpointBody.of(proof.latest());
  }

  @GET
  @Path("latest/note")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "getLatestCheckpointNote",
      summary = "Read the newest head as a signed note, as witnesses get it")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(ref = "SignedNote")))
  public String latestNote() {
    return proof.latest().getNote();
  }

  @GET
  @Path("{size}")
  @Operation(operationId = "getCheckpoint", summary = "Read the head of the log at one size")
  public CheckpointBody get(
      @Parameter(description = "Entries below it.") @PathParam("size") long size) {
    return CheckpointBody.of(proof.checkpoint(size));
  }
}
