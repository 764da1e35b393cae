package dev.timbre.consent.rest;

import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.control.TalentErasure;
import dev.timbre.consent.entity.Talent;
import dev.timbre.platform.entity.Page;
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
import java.util.List;
import java.util.Set;
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
   * @param contact only for those who keep the talent's consents, or administer
   * @param erasedAt absent unless their data were erased
   */
  public record TalentBody(
      UUID id, String name, String contact, Instant createdAt, Instant erasedAt) {

    static TalentBody of(Talent talent, boolean reachable) {
      return new TalentBody(
          talent.getId(),
          talent.getName(),
          reachable ? talent.getContact() : null,
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
    return EntityTags.created("talents", talent, body(talent));
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
    Page<Talent> talents = consents.talents(page.request());
    Set<UUID> reachable = consents.reachable(talents.items());
    return PageBody.of(
        talents, talent -> TalentBody.of(talent, reachable.contains(talent.getId())));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getTalent", summary = "Read a talent")
  public TalentBody get(@PathParam("id") UUID id) {
    return body(consents.getTalent(id));
  }

  private TalentBody body(Talent talent) {
    return TalentBody.of(talent, !consents.reachable(List.of(talent)).isEmpty());
  }
}
