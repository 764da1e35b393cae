package dev.timbre.speech.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.speech.control.LabellingRegister;
import dev.timbre.speech.entity.LabellingPolicy;
import dev.timbre.speech.entity.Unlabelled;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How synthetic speech must be labelled. */
@Path("labelling-policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Labelling", description = "What must say that speech is synthetic, where, since when.")
public class LabellingPoliciesResource {

  @Inject LabellingRegister register;
  @Inject Clock clock;

  /**
   * A new policy.
   *
   * @param unlabelled refuse or report; absent for report
   * @param validFrom absent for now
   * @param validUntil absent for no end
   */
  public record NewLabellingPolicy(
      UUID brand,
      String territory,
      Boolean audible,
      Boolean metadata,
      String unlabelled,
      Instant validFrom,
      Instant validUntil,
      String note) {}

  @POST
  @Operation(
      operationId = "decideLabelling",
      summary = "Add a policy; it counts instead of earlier ones from its first day on")
  @APIResponseSchema(value = LabellingPolicyBody.class, responseCode = "201")
  public Response decide(NewLabellingPolicy wanted) {
    Given.body(wanted);
    Unlabelled unlabelled = Given.constant("unlabelled", wanted.unlabelled(), Unlabelled.class);
    UUID id =
        register.decide(
            new LabellingPolicy.Reach(
                wanted.brand(),
                wanted.territory(),
                wanted.validFrom() == null ? clock.instant() : wanted.validFrom(),
                wanted.validUntil()),
            new LabellingPolicy.Demand(
                Given.required("audible", wanted.audible()),
                Given.required("metadata", wanted.metadata()),
                unlabelled == null ? Unlabelled.REPORT : unlabelled),
            wanted.note());
    return Response.created(URI.create("/api/v1/labelling-policies/" + id))
        .entity(LabellingPolicyBody.of(register.get(id)))
        .build();
  }

  @GET
  @Operation(operationId = "listLabellingPolicies", summary = "List policies, past ones too")
  public PageBody<LabellingPolicyBody> list(
      @QueryParam("territory") String territory, @BeanParam PageParameters page) {
    return PageBody.of(register.page(territory, page.request()), LabellingPolicyBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getLabellingPolicy", summary = "Read a policy")
  public LabellingPolicyBody get(@PathParam("id") UUID id) {
    return LabellingPolicyBody.of(register.get(id));
  }
}
