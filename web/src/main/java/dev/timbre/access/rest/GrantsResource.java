package dev.timbre.access.rest;

import dev.timbre.access.control.PeopleRegister;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Role;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Grants. */
@Path("grants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Grants", description = "Roles of people, for one brand or for all.")
public class GrantsResource {

  @Inject PeopleRegister people;

  /**
   * A new grant.
   *
   * @param role curator, approver, auditor or admin
   * @param brand absent for all brands
   */
  public record NewGrant(UUID person, String role, UUID brand) {}

  /**
   * A grant as callers see it.
   *
   * @param origin hand, or claim for what the identity provider gives and takes
   */
  public record GrantBody(
      UUID id, UUID person, String role, UUID brand, String origin, Instant createdAt) {

    static GrantBody of(Grant grant) {
      return new GrantBody(
          grant.getId(),
          grant.getPerson().getId(),
          grant.getRole().code(),
          grant.getBrandId(),
          grant.getOrigin().name().toLowerCase(Locale.ROOT),
          grant.getCreatedAt());
    }
  }

  @POST
  @Operation(operationId = "createGrant", summary = "Give a person a role")
  @APIResponseSchema(value = GrantBody.class, responseCode = "201")
  public Response create(NewGrant wanted) {
    Role role =
        Given.required("role", Given.constant("role", Given.body(wanted).role(), Role.class));
    UUID person = Given.required("person", wanted.person());
    Grant grant = people.getGrant(people.grant(person, role, wanted.brand()));
    return EntityTags.created("grants", grant, GrantBody.of(grant));
  }

  @GET
  @Operation(operationId = "listGrants", summary = "List grants")
  public PageBody<GrantBody> list(
      @QueryParam("person") UUID person, @BeanParam PageParameters page) {
    return PageBody.of(people.grants(person, page.request()), GrantBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getGrant", summary = "Read a grant")
  public GrantBody get(@PathParam("id") UUID id) {
    return GrantBody.of(people.getGrant(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "revokeGrant", summary = "Take a role away")
  @APIResponse(responseCode = "204")
  public Response revoke(@PathParam("id") UUID id) {
    people.revoke(id);
    return Response.noContent().build();
  }
}
