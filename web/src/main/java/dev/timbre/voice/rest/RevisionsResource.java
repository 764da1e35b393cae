package dev.timbre.voice.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.voice.control.RevisionProposals;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** New revisions of voices that were approved before, and the history of all. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Voices")
public class RevisionsResource {

  @Inject RevisionProposals proposals;
  @Inject VoiceCatalogue voices;

  @PathParam("id")
  String id;

  @HeaderParam("If-Match")
  String ifMatch;

  /** What is to differ from the revision that counts; absent parts are taken over from it. */
  public record NewRevision(
      UUID recording, UUID promptRecording, UUID consent, VoiceBody.Options options) {

    Revision.Choice over(Revision now) {
      return new Revision.Choice(
          recording == null ? now.getRecordingId() : recording,
          promptRecording == null ? now.getPromptRecordingId() : promptRecording,
          consent == null ? now.getConsentId() : consent,
          options == null ? now.getOptions() : options.toEntity());
    }
  }

  /**
   * Begins a new revision of an approved, live or suspended voice, which goes on with the one it
   * has until the new one is submitted, approved, cloned and accepted.
   */
  @POST
  @Path("voices/{id}/revisions")
  @Operation(
      operationId = "proposeRevision",
      summary = "Propose a new revision beside the one that counts")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "201")
  public Response propose(NewRevision wanted) {
    Voice before = voices.get(id);
    proposals.propose(
        before.getId(),
        EntityTags.optional(ifMatch),
        Given.body(wanted).over(before.getRevision()));
    Voice voice = voices.get(id);
    return EntityTags.created("voices", voice, VoiceBody.of(voice));
  }

  /** Gives up what is proposed; the voice stays as it is. */
  @POST
  @Path("voices/{id}/abandonment")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "abandonRevision", summary = "Give up the proposed revision")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response abandon() {
    proposals.abandon(voices.get(id).getId(), EntityTags.optional(ifMatch));
    Voice voice = voices.get(id);
    return EntityTags.ok(voice, VoiceBody.of(voice));
  }

  /** All revisions, the newest first, each with what it changed. */
  @GET
  @Path("voices/{id}/revisions")
  @Operation(operationId = "listRevisions", summary = "List the revisions of a voice, newest first")
  public PageBody<RevisionBody> list() {
    List<Revision> all = voices.revisionsOf(voices.get(id).getId());
    return new PageBody<>(
        all.stream().map(revision -> RevisionBody.of(revision, all)).toList(), null);
  }
}
