package dev.timbre.access.rest;

import dev.timbre.access.control.ClientRegister;
import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Use;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Declared uses. */
@Path("uses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Uses", description = "What clients use voices for; consent is checked against it.")
public class UsesResource {

  @Inject ClientRegister clients;

  /**
   * A new use.
   *
   * @param purpose for example customer_service
   * @param channel for example phone
   * @param territory one country by its ISO 3166-1 code, or WORLD
   */
  public record NewUse(UUID client, String purpose, String channel, String territory) {}

  /** A use as callers see it. */
  public record UseBody(
      UUID id, UUID client, String purpose, String channel, String territory, Instant createdAt) {

    static UseBody of(Use use) {
      return new UseBody(
          use.getId(),
          use.getClientId(),
          Given.name(use.getPurpose()),
          Given.name(use.getChannel()),
          use.getTerritory(),
          use.getCreatedAt());
    }
  }

  @POST
  @Operation(
      operationId = "createUse",
      summary = "Declare a use of a client",
      description =
          "A use is in one country by its ISO 3166-1 code, or in the WORLD; a group of countries"
              + " such as EU is refused with territory-not-single.")
  @APIResponseSchema(value = UseBody.class, responseCode = "201")
  public Response create(NewUse wanted) {
    Given.body(wanted);
    Purpose purpose = Given.constant("purpose", wanted.purpose(), Purpose.class);
    Channel channel = Given.constant("channel", wanted.channel(), Channel.class);
    UUID id =
        clients.declareUse(
            Given.required("client", wanted.client()),
            Given.required("purpose", purpose),
            Given.required("channel", channel),
            wanted.territory());
    Use use = clients.getUse(id);
    return EntityTags.created("uses", use, UseBody.of(use));
  }

  /** All uses of one client; they are few, so there is one page. */
  @GET
  @Operation(operationId = "listUses", summary = "List the uses of a client")
  public PageBody<UseBody> list(@QueryParam("client") UUID client) {
    UUID of = Given.required("client", client);
    return new PageBody<>(clients.usesOf(of).stream().map(UseBody::of).toList(), null);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getUse", summary = "Read a use")
  public UseBody get(@PathParam("id") UUID id) {
    return UseBody.of(clients.getUse(id));
  }
}
