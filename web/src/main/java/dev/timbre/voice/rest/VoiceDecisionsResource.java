package dev.timbre.voice.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.voice.control.VoiceApproval;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.control.VoiceLifecycle;
import dev.timbre.voice.entity.Voice;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What approvers decide about voices. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Voices")
public class VoiceDecisionsResource {

  @Inject VoiceApproval approval;
  @Inject VoiceLifecycle lifecycle;
  @Inject VoiceCatalogue voices;

  @PathParam("id")
  String id;

  @HeaderParam("If-Match")
  String ifMatch;

  /** Where to clone; absent for the preferred account. */
  public record Approval(UUID account) {}

  /** Why. */
  public record Reason(String reason) {}

  /**
   * Which clone was heard.
   *
   * @param cloneId absent for the newest
   * @param riskAcknowledged true when the provider flagged the sample and it is accepted all the
   *     same
   */
  public record Acceptance(@JsonbProperty("clone") UUID cloneId, boolean riskAcknowledged) {}

  @POST
  @Path("voices/{id}/approval")
  @Operation(operationId = "approveVoice", summary = "Approve a submitted voice; cloning begins")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response approve(Approval wanted) {
    return answer(approval.approve(voice(), version(), wanted == null ? null : wanted.account()));
  }

  @POST
  @Path("voices/{id}/rejection")
  @Operation(operationId = "rejectVoice", summary = "Reject a submitted voice")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response reject(Reason why) {
    return answer(approval.reject(voice(), version(), Given.body(why).reason()));
  }

  @POST
  @Path("voices/{id}/acceptance")
  @Operation(operationId = "acceptVoice", summary = "Accept the heard preview; the voice goes live")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response accept(Acceptance heard) {
    Acceptance given = heard == null ? new Acceptance(null, false) : heard;
    return answer(approval.accept(voice(), version(), given.cloneId(), given.riskAcknowledged()));
  }

  @POST
  @Path("voices/{id}/suspension")
  @Operation(operationId = "suspendVoice", summary = "Stop a live voice")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response suspend(Reason why) {
    return answer(lifecycle.suspend(voice(), version(), Given.body(why).reason()));
  }

  @POST
  @Path("voices/{id}/resumption")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "resumeVoice", summary = "Let a suspended voice speak again")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response resume() {
    return answer(lifecycle.resume(voice(), version()));
  }

  @POST
  @Path("voices/{id}/retirement")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "retireVoice", summary = "Retire a voice for good")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response retire() {
    return answer(lifecycle.retire(voice(), version()));
  }

  private UUID voice() {
    return voices.get(id).getId();
  }

  private Long version() {
    return EntityTags.optional(ifMatch);
  }

  private Response answer(Voice changed) {
    Voice voice = voices.get(changed.getId().toString());
    return EntityTags.ok(voice, VoiceBody.of(voice));
  }
}
