package dev.timbre.voice.rest;

import dev.timbre.platform.control.OperationCatalogue;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.rest.FileResponse;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.storage.control.StoredAudio;
import dev.timbre.voice.control.CloneDeletion;
import dev.timbre.voice.control.VoiceApproval;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Clone;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clones. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clones", description = "Realisations of voices in provider accounts.")
public class ClonesResource {

  @Inject VoiceCatalogue voices;
  @Inject VoiceApproval approval;
  @Inject CloneDeletion deletion;
  @Inject OperationCatalogue operations;

  /** Where to clone; absent for the preferred account. */
  public record NewClone(UUID account) {}

  @GET
  @Path("voices/{id}/clones")
  @Operation(operationId = "listClones", summary = "List the clones of a voice")
  public PageBody<CloneBody> list(@PathParam("id") String voice) {
    return new PageBody<>(
        voices.clonesOf(voices.get(voice).getId()).stream().map(this::body).toList(), null);
  }

  /** Orders another clone of the approved revision, where no usable one is left. */
  @POST
  @Path("voices/{id}/clones")
  @Operation(operationId = "requestClone", summary = "Order another clone of the approved revision")
  @APIResponseSchema(value = CloneBody.class, responseCode = "202")
  public Response request(@PathParam("id") String voice, NewClone wanted) {
    UUID id =
        approval.requestClone(voices.get(voice).getId(), wanted == null ? null : wanted.account());
    return Response.accepted(get(id)).location(URI.create("clones/" + id)).build();
  }

  @GET
  @Path("clones/{id}")
  @Operation(operationId = "getClone", summary = "Read a clone with its deadline")
  public CloneBody get(@PathParam("id") UUID id) {
    return body(voices.getClone(id));
  }

  /** Deletes the clone at its provider, in the background. */
  @DELETE
  @Path("clones/{id}")
  @Operation(operationId = "deleteClone", summary = "Delete a clone at its provider")
  @APIResponseSchema(value = CloneBody.class, responseCode = "202")
  public Response delete(@PathParam("id") UUID id) {
    UUID operation = deletion.delete(id);
    return Response.accepted(get(id)).location(URI.create("operations/" + operation)).build();
  }

  /** The demo audio, from our own store. */
  @GET
  @Path("clones/{id}/preview")
  @Produces({"audio/*", MediaType.APPLICATION_JSON})
  @Operation(operationId = "getClonePreview", summary = "Hear the preview of a clone")
  public Response preview(
      @PathParam("id") UUID id, @Context Request request, @Context HttpHeaders headers) {
    StoredAudio audio = voices.preview(id);
    return FileResponse.of(audio.file(), audio.mediaType(), audio.sha256(), request, headers);
  }

  private CloneBody body(Clone clone) {
    UUID operation =
        operations.findLatest("clone", clone.getId()).map(Identified::getId).orElse(null);
    return CloneBody.of(clone, operation);
  }
}
