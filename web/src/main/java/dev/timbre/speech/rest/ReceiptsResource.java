package dev.timbre.speech.rest;

import dev.timbre.platform.rest.Uploads;
import dev.timbre.speech.control.ReceiptCatalogue;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receipts of speeches, and whether a clip is ours. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts", description = "The signed record of each speech; did we make this clip?")
public class ReceiptsResource {

  @Inject ReceiptCatalogue receipts;

  @GET
  @Path("speeches/{id}/receipt")
  @Operation(operationId = "getReceipt", summary = "Read the signed receipt of a speech")
  @APIResponseSchema(value = ReceiptBody.class, responseCode = "200")
  public ReceiptBody receipt(@PathParam("id") UUID speech) {
    return ReceiptBody.of(receipts.ofSpeech(speech));
  }

  /** Only hashes the file; nothing of it is kept. */
  @POST
  @Path("clips")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(operationId = "findClip", summary = "Ask whether a file is a speech of ours")
  @APIResponseSchema(value = ClipBody.class, responseCode = "200")
  public ClipBody find(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(ref = "ClipUpload")))
          List<EntityPart> parts) {
    return new Uploads(parts)
        .file("file", ReceiptCatalogue.MAX_BYTES, (file, name) -> ClipBody.of(receipts.find(file)));
  }

  @GET
  @Path("clips/{sha256}")
  @Operation(operationId = "getClip", summary = "Ask whether bytes of that SHA-256 are ours")
  @APIResponseSchema(value = ClipBody.class, responseCode = "200")
  public ClipBody get(@PathParam("sha256") String sha256) {
    return ClipBody.of(receipts.find(sha256));
  }
}
