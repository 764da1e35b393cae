package dev.timbre.access.rest;

import dev.timbre.access.control.PeopleRegister;
import dev.timbre.access.entity.Person;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** People. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Those who sign in.")
public class PeopleResource {

  @Inject PeopleRegister people;

  /**
   * A new person.
   *
   * @param email may be absent
   * @param password at least 12 characters; absent for somebody who is invited or only has API keys
   */
  public record NewPerson(String username, String displayName, String email, String password) {

    @Override
    public String toString() {
      return "NewPerson[" + username + "]";
    }
  }

  /**
   * What is to change; absent parts stay.
   *
   * @param email empty to remove it
   */
  public record PersonChange(String displayName, String email, String password, Boolean disabled) {

    @Override
    public String toString() {
      return "PersonChange[]";
    }
  }

  /** A person as callers see them. */
  public record PersonBody(
      UUID id,
      String username,
      String displayName,
      String email,
      boolean disabled,
      Instant createdAt) {

    static PersonBody of(Person person) {
      return new PersonBody(
          person.getId(),
          person.getUsername(),
          person.getDisplayName(),
          person.getEmail(),
          person.isDisabled(),
          person.getCreatedAt());
    }
  }

  @POST
  @Operation(operationId = "createPerson", summary = "Register a person")
  @APIResponseSchema(value = PersonBody.class, responseCode = "201")
  public Response create(NewPerson wanted) {
    Given.body(wanted);
    UUID id =
        people.create(
            new PeopleRegister.NewPerson(
                wanted.username(), wanted.displayName(), wanted.email(), wanted.password()));
    Person person = people.get(id);
    return EntityTags.created("people", person, PersonBody.of(person));
  }

  @GET
  @Operation(operationId = "listPeople", summary = "List people")
  public PageBody<PersonBody> list(@BeanParam PageParameters page) {
    return PageBody.of(people.page(page.request()), PersonBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPerson", summary = "Read a person")
  @APIResponseSchema(value = PersonBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Person person = people.get(id);
    return EntityTags.ok(person, PersonBody.of(person));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "updatePerson", summary = "Change or disable a person")
  @APIResponseSchema(value = PersonBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, PersonChange change) {
    Long version = EntityTags.required(ifMatch);
    Given.body(change);
    people.update(
        id,
        version,
        new PeopleRegister.PersonChange(
            change.displayName(), change.email(), change.password(), change.disabled()));
    return get(id);
  }

  @DELETE
  @Path("{id}/sessions")
  @Operation(operationId = "endSessions", summary = "End every session of a person")
  @APIResponse(responseCode = "204")
  public Response endSessions(@PathParam("id") UUID id) {
    people.endSessions(id);
    return Response.noContent().build();
  }
}
