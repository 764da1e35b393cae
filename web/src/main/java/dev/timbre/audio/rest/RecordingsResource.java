package dev.timbre.audio.rest;

import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.control.RecordingUpload;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.FileResponse;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.platform.rest.Uploads;
import dev.timbre.storage.control.StoredAudio;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recordings and their preflight. */
@Path("recordings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recordings", description = "Uploads, checked before anything else touches them.")
public class RecordingsResource {

  @Inject RecordingUpload uploads;
  @Inject RecordingCatalogue recordings;
  @Inject ConsentLedger consents;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "uploadRecording",
      summary = "Upload a recording; preflight decides at once")
  @APIResponseSchema(value = RecordingBody.class, responseCode = "201")
  public Response upload(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(ref = "RecordingUpload")))
          List<EntityPart> parts) {
    Uploads form = new Uploads(parts);
    RecordingPurpose purpose =
        RecordingPurpose.ofWireName(form.field("purpose").orElse("clone_source"));
    UUID brand = id(form, "brand");
    UUID talent = id(form, "talent");
    if (talent != null) {
      consents.requireTalent(talent);
    }
    String transcript = form.field("transcript").orElse(null);
    // one byte more, so that preflight itself says what is too much
    UUID id =
        form.file(
            "file",
            RecordingPurpose.MAX_BYTES + 1L,
            (file, name) ->
                uploads.upload(
                    file,
                    new Recording.Label(
                        purpose, brand, talent, name == null ? "recording" : name, transcript)));
    Recording recording = recordings.get(id);
    return EntityTags.created("recordings", recording, RecordingBody.of(recording));
  }

  @GET
  @Operation(operationId = "listRecordings", summary = "List recordings")
  public PageBody<RecordingBody> list(
      @QueryParam("brand") UUID brand,
      @QueryParam("purpose") String purpose,
      @BeanParam PageParameters page) {
    RecordingPurpose wanted = purpose == null ? null : RecordingPurpose.ofWireName(purpose);
    return PageBody.of(recordings.page(brand, wanted, page.request()), RecordingBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getRecording", summary = "Read a recording with its preflight report")
  @APIResponseSchema(value = RecordingBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Recording recording = recordings.get(id);
    return EntityTags.ok(recording, RecordingBody.of(recording));
  }

  @GET
  @Path("{id}/audio")
  @Produces({"audio/*", MediaType.APPLICATION_JSON})
  @Operation(operationId = "getRecordingAudio", summary = "Hear the recording as it was uploaded")
  public Response audio(
      @PathParam("id") UUID id, @Context Request request, @Context HttpHeaders headers) {
    StoredAudio audio = recordings.audio(id);
    return FileResponse.of(audio.file(), audio.mediaType(), audio.sha256(), request, headers);
  }

  @GET
  @Path("{id}/waveform")
  @Operation(operationId = "getRecordingWaveform", summary = "Read peaks for drawing the recording")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Waveform")))
  public Response waveform(
      @PathParam("id") UUID id, @Context Request request, @Context HttpHeaders headers) {
    return FileResponse.of(
        recordings.waveform(id),
        MediaType.APPLICATION_JSON,
        recordings.get(id).getWaveform(),
        request,
        headers);
  }

  private static UUID id(Uploads form, String field) {
    try {
      return form.field(field).map(UUID::fromString).orElse(null);
    } catch (IllegalArgumentException e) {
      throw new Invalid(field + "-malformed", field + " must be a UUID.");
    }
  }
}
