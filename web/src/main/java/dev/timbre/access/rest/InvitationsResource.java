package dev.timbre.access.rest;

import dev.timbre.access.control.PersonInvitation;
import dev.timbre.access.entity.Invitation;
import dev.timbre.access.entity.InvitationToken;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations. */
@Path("invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations", description = "Links by which people set their own password.")
public class InvitationsResource {

  @Inject PersonInvitation invitations;

  /** Who is invited. */
  public record NewInvitation(UUID person) {}

  /**
   * An invitation as callers see it.
   *
   * @param token only in the answer that made it; it goes behind {@code /set-password.xhtml#}
   */
  public record InvitationBody(
      UUID id, UUID person, Instant createdAt, Instant expiresAt, String token) {

    static InvitationBody of(Invitation invitation, String token) {
      return new InvitationBody(
          invitation.getId(),
          invitation.getPersonId(),
          invitation.getCreatedAt(),
          invitation.getExpiresAt(),
          token);
    }

    @Override
    public String toString() {
      return "InvitationBody[" + id + "]";
    }
  }

  @POST
  @Operation(
      operationId = "createInvitation",
      summary = "Make a link by which a person sets their password; earlier ones end")
  @APIResponseSchema(value = InvitationBody.class, responseCode = "201")
  public Response create(NewInvitation wanted) {
    UUID person = Given.required("person", Given.body(wanted).person());
    PersonInvitation.Issued issued = invitations.invite(person);
    String token = issued.token().map(InvitationToken::reveal).orElse(null);
    Invitation made = issued.invitation();
    return EntityTags.created("invitations", made, InvitationBody.of(made, token));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getInvitation", summary = "Read an invitation, without its token")
  public InvitationBody get(@PathParam("id") UUID id) {
    return InvitationBody.of(invitations.get(id), null);
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "endInvitation", summary = "End an invitation; its link opens nothing")
  @APIResponse(responseCode = "204")
  public Response end(@PathParam("id") UUID id) {
    invitations.end(id);
    return Response.noContent().build();
  }
}
