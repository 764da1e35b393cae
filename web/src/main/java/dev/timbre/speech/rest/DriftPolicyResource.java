package dev.timbre.speech.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.speech.control.drift.DriftPolicies;
import dev.timbre.speech.entity.DriftPolicy;
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

/** How often brands check their voices. Its path begins like that of brands, so it is a class. */
@Path("brands/{id}/drift-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Drift", description = "Whether voices still sound as they did.")
public class DriftPolicyResource {

  @Inject DriftPolicies policies;

  /**
   * How often the live voices of a brand are checked that have no plan of their own.
   *
   * @param everyDays 1 to 365
   * @param active whether they are checked at all; each check costs what its phrase costs
   */
  public record DriftPolicyBody(Integer everyDays, Boolean active) {

    static DriftPolicyBody of(DriftPolicy policy) {
      return new DriftPolicyBody(policy.choice().everyDays(), policy.choice().active());
    }

    DriftPolicy.Choice choice() {
      return new DriftPolicy.Choice(
          Given.required("everyDays", everyDays), Given.required("active", active));
    }
  }

  @GET
  @Operation(operationId = "getDriftPolicy", summary = "Read how often a brand checks its voices")
  @APIResponseSchema(value = DriftPolicyBody.class, responseCode = "200")
  public Response policy(@PathParam("id") UUID brand) {
    DriftPolicy policy = policies.policy(brand);
    return EntityTags.ok(policy, DriftPolicyBody.of(policy));
  }

  @PUT
  @Operation(operationId = "setDriftPolicy", summary = "Choose how often a brand checks its voices")
  @APIResponseSchema(value = DriftPolicyBody.class, responseCode = "200")
  public Response choose(
      @PathParam("id") UUID brand,
      @HeaderParam("If-Match") String ifMatch,
      DriftPolicyBody wanted) {
    Long version = EntityTags.required(ifMatch);
    policies.choose(brand, version, Given.body(wanted).choice());
    return policy(brand);
  }
}
