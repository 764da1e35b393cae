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
import java.util.List;
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
   * A new policy, or one for each country of a group.
   *
   * @param territory ISO 3166-1 alpha-2 code, WORLD, or EU for its countries
   * @param unlabelled refuse or report; absent for report
   * @param validFrom absent for now; an instant: for a day of the territory its midnight there
   * @param validUntil exclusive; absent for no end
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
      summary = "Add a policy; it counts instead of earlier ones from its first day on",
      description =
          "For territory EU one is added for each of its countries; the answer is the first of"
              + " them, by its country, and names the others. Instants carry their offset: China's"
              + " first of September begins at 2025-09-01T00:00:00+08:00.")
  @APIResponseSchema(value = LabellingPolicyBody.class, responseCode = "201")
  public Response decide(NewLabellingPolicy wanted) {
    Given.body(wanted);
    Unlabelled unlabelled = Given.constant("unlabelled", wanted.unlabelled(), Unlabelled.class);
    List<LabellingPolicy> decided =
        register.decide(
            LabellingPolicy.Reach.over(
                wanted.brand(),
                wanted.territory(),
                wanted.validFrom() == null ? clock.instant() : wanted.validFrom(),
                wanted.validUntil()),
            new LabellingPolicy.Demand(
                Given.required("audible", wanted.audible()),
                Given.required("metadata", wanted.metadata()),
                unlabelled == null ? Unlabelled.REPORT : unlabelled),
            wanted.note());
    LabellingPolicyBody first = LabellingPolicyBody.of(decided);
    return Response.created(URI.create("/api/v1/labelling-policies/" + first.id()))
        .entity(first)
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
