package dev.timbre.platform.rest;

import dev.timbre.platform.control.OperationCatalogue;
import dev.timbre.platform.entity.Operation;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Background work. */
@Path("operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "Background work that can be watched.")
public class OperationsResource {

  @Inject OperationCatalogue operations;

  /**
   * One piece of background work.
   *
   * @param state queued, running, succeeded or failed
   * @param nextAttemptAt when it goes on; absent once it is over
   * @param detail where it stands, for people
   */
  public record OperationBody(
      UUID id,
      String kind,
      UUID subject,
      String state,
      int attempts,
      Instant createdAt,
      Instant nextAttemptAt,
      Instant finishedAt,
      String detail) {

    public static OperationBody of(Operation o) {
      return new OperationBody(
          o.getId(),
          o.getKind(),
          o.getSubjectId(),
          Given.name(o.getState()),
          o.getAttempts(),
          o.getCreatedAt(),
          o.getState().isOver() ? null : o.getDueAt(),
          o.getFinishedAt(),
          o.getDetail());
    }
  }

  @GET
  @Path("{id}")
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getOperation",
      summary = "Watch a piece of background work")
  public OperationBody get(@PathParam("id") UUID id) {
    return OperationBody.of(operations.get(id));
  }
}
