package dev.timbre.voice.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.voice.control.DeadlineRegister;
import dev.timbre.voice.entity.DeadlineAction;
import dev.timbre.voice.entity.DeadlinePolicy;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What brands do about unused clones. Its path begins like that of brands, so it is a class. */
@Path("brands/{id}/deadline-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "Deadlines",
    description = "Clones that nobody has used yet, what is done about them, and what was decided.")
public class DeadlinePolicyResource {

  @Inject DeadlineRegister register;

  /**
   * What a brand does about clones that nobody has used.
   *
   * @param action ask, activate or lapse
   * @param remindHours hours before a deadline at which people are reminded
   * @param activateHours hours before a deadline at which activate acts
   */
  public record PolicyBody(String action, List<Integer> remindHours, Integer activateHours) {

    static PolicyBody of(DeadlinePolicy policy) {
      return new PolicyBody(
          Given.name(policy.getAction()), policy.getRemindHours(), policy.getActivateHours());
    }

    DeadlinePolicy.Choice choice() {
      return new DeadlinePolicy.Choice(
          Given.required("action", Given.constant("action", action, DeadlineAction.class)),
          Given.required("remindHours", remindHours),
          Given.required("activateHours", activateHours));
    }
  }

  @GET
  @Operation(
      operationId = "getDeadlinePolicy",
      summary = "Read what a brand does about unused clones")
  @APIResponseSchema(value = PolicyBody.class, responseCode = "200")
  public Response policy(@PathParam("id") UUID brand) {
    DeadlinePolicy policy = register.policy(brand);
    return EntityTags.ok(policy, PolicyBody.of(policy));
  }

  @PUT
  @Operation(
      operationId = "setDeadlinePolicy",
      summary = "Choose what a brand does about unused clones")
  @APIResponseSchema(value = PolicyBody.class, responseCode = "200")
  public Response choose(
      @PathParam("id") UUID brand, @HeaderParam("If-Match") String ifMatch, PolicyBody wanted) {
    Long version = EntityTags.required(ifMatch);
    register.choose(brand, version, Given.body(wanted).choice());
    return policy(brand);
  }
}
