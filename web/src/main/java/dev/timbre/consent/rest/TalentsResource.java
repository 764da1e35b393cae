package dev.timbre.consent.rest;

import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.entity.Talent;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Talents. */
@Path("talents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Talents", description = "The human beings whose voices they are.")
public class TalentsResource {

  @Inject ConsentLedger consents;

  /** A new talent; contact may be absent. */
  public record NewTalent(String name, String contact) {}

  /** A talent as callers see them. */
  public record TalentBody(UUID id, String name, String contact, Instant createdAt) {

    static TalentBody of(Talent talent) {
      return new TalentBody(
          talent.getId(), talent.getName(), talent.getContact(), talent.getCreatedAt());
    }
  }

  @POST
  @Operation(operationId = "createTalent", summary = "Register a talent")
  @APIResponseSchema(value = TalentBody.class, responseCode = "201")
  public Response create(NewTalent wanted) {
    Given.body(wanted);
    Talent talent = consents.getTalent(consents.registerTalent(wanted.name(), wanted.contact()));
    return EntityTags.created("talents", talent, TalentBody.of(talent));
  }

  @GET
  @Operation(operationId = "listTalents", summary = "List talents")
  public PageBody<TalentBody> list(@BeanParam PageParameters page) {
    return PageBody.of(consents.talents(page.request()), TalentBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getTalent", summary = "Read a talent")
  public TalentBody get(@PathParam("id") UUID id) {
    return TalentBody.of(consents.getTalent(id));
  }
}
