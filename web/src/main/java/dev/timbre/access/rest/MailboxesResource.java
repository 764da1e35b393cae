package dev.timbre.access.rest;

import dev.timbre.access.control.Mailboxes;
import dev.timbre.access.entity.Person;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people are written to. */
@Path("people/{id}/mailbox")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Those who sign in.")
public class MailboxesResource {

  @Inject Mailboxes mailboxes;

  /**
   * Where notices are mailed to.
   *
   * @param email absent for nowhere
   */
  public record MailboxBody(String email) {

    @Override
    public String toString() {
      return "MailboxBody[]";
    }
  }

  @GET
  @Operation(operationId = "getMailbox", summary = "Read where a person is written to")
  @APIResponseSchema(value = MailboxBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Person person = mailboxes.get(id);
    return EntityTags.ok(person, new MailboxBody(person.getEmail()));
  }

  /** Without an address the old one is erased. */
  @PUT
  @Operation(operationId = "setMailbox", summary = "Say where a person is written to")
  @APIResponseSchema(value = MailboxBody.class, responseCode = "200")
  public Response set(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, MailboxBody wanted) {
    Long version = EntityTags.required(ifMatch);
    mailboxes.change(id, version, Given.body(wanted).email());
    return get(id);
  }
}
