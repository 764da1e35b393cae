package dev.timbre.access.rest;

import dev.timbre.access.control.oidc.IdentityLinks;
import dev.timbre.access.entity.PersonIdentity;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who people are at the identity provider. */
@Path("identities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class IdentitiesResource {

  @Inject IdentityLinks links;

  /**
   * Whom to link with whom.
   *
   * @param subject what the identity provider calls the person, in its {@code sub} claim
   */
  public record NewIdentity(UUID person, String subject) {

    @Override
    public String toString() {
      return "NewIdentity[" + person + "]";
    }
  }

  /**
   * An identity as callers see it.
   *
   * @param unlinkedAt since when nobody comes in by it; absent while it is linked
   */
  public record IdentityBody(
      UUID id, UUID person, String issuer, String subject, Instant createdAt, Instant unlinkedAt) {

    static IdentityBody of(PersonIdentity identity) {
      return new IdentityBody(
          identity.getId(),
          identity.getPersonId(),
          identity.getIssuer(),
          identity.getSubject(),
          identity.getCreatedAt(),
          identity.getUnlinkedAt());
    }

    @Override
    public String toString() {
      return "IdentityBody[" + id + "]";
    }
  }

  /** All identities of a person; there are few. */
  public record IdentityList(List<IdentityBody> items) {}

  @POST
  @Operation(
      operationId = "createIdentity",
      summary = "Link a person with who they are at the identity provider",
      description =
          "An account that an earlier sign-in there has made is disabled, and refuses to be taken"
              + " over once anything was done with it.")
  @APIResponseSchema(value = IdentityBody.class, responseCode = "201")
  public Response create(NewIdentity wanted) {
    UUID person = Given.required("person", Given.body(wanted).person());
    PersonIdentity made = links.get(links.link(person, wanted.subject()));
    return EntityTags.created("identities", made, IdentityBody.of(made));
  }

  @GET
  @Operation(operationId = "listIdentities", summary = "List who a person is at identity providers")
  public IdentityList list(@QueryParam("person") UUID person) {
    return new IdentityList(
        links.identitiesOf(Given.required("person", person)).stream()
            .map(IdentityBody::of)
            .toList());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getIdentity", summary = "Read an identity")
  public IdentityBody get(@PathParam("id") UUID id) {
    return IdentityBody.of(links.get(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "deleteIdentity",
      summary = "Unlink; what its groups gave ends",
      description =
          "It stays known, and nobody is let in by it until it is linked again: the same human"
              + " being would come in as another person.")
  @APIResponse(responseCode = "204")
  public Response delete(@PathParam("id") UUID id) {
    links.unlink(id);
    return Response.noContent().build();
  }
}
