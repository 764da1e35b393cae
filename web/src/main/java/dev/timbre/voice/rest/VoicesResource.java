package dev.timbre.voice.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.control.VoiceDraft;
import dev.timbre.voice.control.VoiceRegistration;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registry: voices as curators keep them. */
// All resources that share the prefix "voices" sit at the root: JAX-RS chooses a class by its path
// before it looks at methods.
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Voices", description = "The registry. {id} is a voice's id or its alias.")
public class VoicesResource {

  @Inject VoiceRegistration registration;
  @Inject VoiceCatalogue voices;

  /**
   * A new voice, as a draft.
   *
   * @param alias the brand's slug, a dot and a name, for example acme.anna
   * @param language BCP 47
   * @param promptRecording may be absent
   */
  public record NewVoice(
      String alias,
      String name,
      String description,
      String language,
      UUID recording,
      UUID promptRecording,
      UUID consent,
      VoiceBody.Options options) {}

  /**
   * What is to change; absent parts stay. Recording, prompt, consent and options only in a draft,
   * and then together.
   */
  public record VoiceChange(
      String name,
      String description,
      UUID recording,
      UUID promptRecording,
      UUID consent,
      VoiceBody.Options options) {

    boolean touchesChoice() {
      return recording != null || promptRecording != null || consent != null || options != null;
    }

    Revision.Choice over(Revision now) {
      return new RevisionsResource.NewRevision(recording, promptRecording, consent, options)
          .over(now);
    }
  }

  @POST
  @Path("voices")
  @Operation(operationId = "createVoice", summary = "Register a voice as a draft")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "201")
  public Response create(NewVoice wanted) {
    Given.body(wanted);
    UUID id =
        registration.register(
            new VoiceDraft(
                wanted.alias(),
                wanted.language(),
                wanted.name(),
                wanted.description(),
                choice(
                    wanted.recording(),
                    wanted.promptRecording(),
                    wanted.consent(),
                    Given.required("options", wanted.options()))));
    Voice voice = voices.get(id.toString());
    return EntityTags.created("voices", voice, VoiceBody.of(voice));
  }

  @GET
  @Path("voices")
  @Operation(operationId = "listVoices", summary = "List or search voices")
  public PageBody<VoiceBody> list(
      @QueryParam("brand") UUID brand,
      @QueryParam("state") String state,
      @QueryParam("q") String text,
      @BeanParam PageParameters page) {
    VoiceState wanted = Given.constant("state", state, VoiceState.class);
    return PageBody.of(voices.page(brand, wanted, text, page.request()), VoiceBody::of);
  }

  @GET
  @Path("voices/{id}")
  @Operation(operationId = "getVoice", summary = "Read a voice")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response get(@PathParam("id") String id) {
    Voice voice = voices.get(id);
    return EntityTags.ok(voice, VoiceBody.of(voice));
  }

  @PATCH
  @Path("voices/{id}")
  @Operation(operationId = "updateVoice", summary = "Change a voice")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, VoiceChange change) {
    Long version = EntityTags.required(ifMatch);
    Voice voice = voices.get(id);
    Revision.Choice choice =
        Given.body(change).touchesChoice() ? change.over(voice.getPending()) : null;
    registration.update(voice.getId(), version, change.name(), change.description(), choice);
    return get(id);
  }

  private static Revision.Choice choice(
      UUID recording, UUID prompt, UUID consent, VoiceBody.Options options) {
    return new Revision.Choice(recording, prompt, consent, options.toEntity());
  }

  @POST
  @Path("voices/{id}/submission")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "submitVoice", summary = "Freeze the revision and ask for approval")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response submit(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    registration.submit(voices.get(id).getId(), EntityTags.optional(ifMatch));
    return get(id);
  }

  /** Opens a new revision of a rejected voice. */
  @POST
  @Path("voices/{id}/revision")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "reviseVoice", summary = "Open a new revision of a rejected voice")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "200")
  public Response revise(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    registration.revise(voices.get(id).getId(), EntityTags.optional(ifMatch));
    return get(id);
  }
}
