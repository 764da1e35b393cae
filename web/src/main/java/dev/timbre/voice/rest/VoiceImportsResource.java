package dev.timbre.voice.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.control.VoiceDraft;
import dev.timbre.voice.control.VoiceImport;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Voices that were found at a provider. */
@Path("findings/{id}/voice")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Findings")
public class VoiceImportsResource {

  @Inject VoiceImport imports;
  @Inject VoiceCatalogue voices;

  /**
   * What an unknown voice is to be here.
   *
   * @param alias the brand's slug, a dot and a name, for example acme.anna
   * @param language BCP 47
   * @param recording a recording of the talent to clone from later; may be absent
   */
  public record ImportedVoice(
      String alias,
      String name,
      String description,
      String language,
      UUID recording,
      UUID consent,
      VoiceBody.Options options) {}

  /** Takes an unknown voice into the registry as a draft, which resolves the finding. */
  @POST
  @Operation(operationId = "importVoice", summary = "Import an unknown voice as a draft")
  @APIResponseSchema(value = VoiceBody.class, responseCode = "201")
  public Response importAs(@PathParam("id") UUID finding, ImportedVoice wanted) {
    Given.body(wanted);
    UUID id =
        imports.importAs(
            finding,
            new VoiceDraft(
                wanted.alias(),
                wanted.language(),
                wanted.name(),
                wanted.description(),
                new Revision.Choice(
                    wanted.recording(),
                    null,
                    wanted.consent(),
                    Given.required("options", wanted.options()).toEntity())));
    Voice voice = voices.get(id.toString());
    return EntityTags.created("voices", voice, VoiceBody.of(voice));
  }
}
