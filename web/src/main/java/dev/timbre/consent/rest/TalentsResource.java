package dev.timbre.consent.rest;

import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.control.TalentErasure;
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
import java.net.URI;
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
  @Inject TalentErasure erasure;

  /** A new talent; contact may be absent. */
  public record NewTalent(String name, String contact) {}

  /**
   * How to erase.
   *
   * @param endFirst whether to withdraw consents and retire voices first; absent for refusing while
   *     there are any in use
   */
  public record ErasureOrder(Boolean endFirst) {}

  /**
   * A talent as callers see them.
   *
   * @param erasedAt absent unless their data were erased
   */
  public record TalentBody(
      UUID id, String name, String contact, Instant createdAt, Instant erasedAt) {

    static TalentBody of(Talent talent) {
      return new TalentBody(
          talent.getId(),
          talent.getName(),
          talent.getContact(),
          talent.getCreatedAt(),
          talent.getErasedAt());
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

  /**
   * Erases what the talent can be known by: name, contact, recordings, evidence, previews and, by
   * policy, speeches. Ids, digests and the log stay.
   */
  @POST
  @Path("{id}/erasure")
  @Operation(operationId = "eraseTalent", summary = "Erase a talent's personal data for good")
  @APIResponseSchema(value = TalentBody.class, responseCode = "202")
  public Response erase(@PathParam("id") UUID id, ErasureOrder order) {
    UUID operation = erasure.erase(id, order != null && Boolean.TRUE.equals(order.endFirst()));
    return Response.accepted(get(id)).location(URI.create("operations/" + operation)).build();
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
