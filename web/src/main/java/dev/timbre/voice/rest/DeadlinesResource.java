package dev.timbre.voice.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.voice.control.DeadlineDecisions;
import dev.timbre.voice.control.DeadlineRegister;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.DeadlineAction;
import dev.timbre.voice.entity.DeadlinePolicy;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deadlines of unused clones. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "Deadlines",
    description = "Clones that nobody has used yet, what is done about them, and what was decided.")
public class DeadlinesResource {

  @Inject DeadlineDecisions deadlines;
  @Inject DeadlineRegister register;

  /**
   * A clone that dies unless somebody speaks with it.
   *
   * @param deadline until when a first speech is sure to find it
   * @param fee what keeping it costs at most
   * @param action what the brand's policy does: ask, activate or lapse
   * @param decision what was decided already and waits for its end
   */
  public record DeadlineBody(
      UUID id,
      UUID voice,
      String alias,
      UUID brand,
      Instant deadline,
      MoneyBody fee,
      String action,
      DecisionBody decision) {

    static DeadlineBody of(DeadlineDecisions.Deadline deadline) {
      return new DeadlineBody(
          deadline.unused().getId(),
          deadline.voice().getId(),
          deadline.voice().getAlias().toString(),
          deadline.voice().getBrandId(),
          deadline.unused().getDeadline(),
          MoneyBody.of(deadline.fee()),
          Given.name(deadline.policy().getAction()),
          deadline.decision() == null ? null : DecisionBody.of(deadline.decision()));
    }
  }

  /**
   * One line of the activation ledger.
   *
   * @param kind activate, let_lapse or reclone
   * @param decider who decided, for example person:0197…; system for the brand's policy
   * @param fee what it was to cost at most
   * @param cost what was billed
   * @param state pending, done, failed, unknown or overtaken
   * @param reason stable code of what stood in the way
   * @param speech the speech that activated
   * @param successor the clone that was ordered instead
   */
  public record DecisionBody(
      UUID id,
      String kind,
      @JsonbProperty("clone") UUID cloneId,
      UUID voice,
      UUID brand,
      String decider,
      boolean byPolicy,
      MoneyBody fee,
      MoneyBody cost,
      String state,
      String reason,
      UUID speech,
      UUID successor,
      Instant createdAt,
      Instant endedAt) {

    static DecisionBody of(CloneDecision decision) {
      return new DecisionBody(
          decision.getId(),
          Given.name(decision.getKind()),
          decision.getAbout().cloneId(),
          decision.getAbout().voiceId(),
          decision.getAbout().brandId(),
          decision.getDecider().toString(),
          decision.isByPolicy(),
          MoneyBody.of(decision.getFee()),
          MoneyBody.of(decision.getCost()),
          Given.name(decision.getState()),
          decision.getReason(),
          decision.getSpeechId(),
          decision.getSuccessorId(),
          decision.getCreatedAt(),
          decision.getEndedAt());
    }
  }

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
  @Path("deadlines")
  @Operation(operationId = "listDeadlines", summary = "List unused clones, nearest deadline first")
  public PageBody<DeadlineBody> deadlines(@QueryParam("brand") UUID brand) {
    return new PageBody<>(deadlines.deadlines(brand).stream().map(DeadlineBody::of).toList(), null);
  }

  @GET
  @Path("clone-decisions")
  @Operation(
      operationId = "listCloneDecisions",
      summary = "List what was decided about clones at their deadlines")
  public PageBody<DecisionBody> ledger(
      @QueryParam("brand") UUID brand, @BeanParam PageParameters page) {
    return PageBody.of(register.ledger(brand, page.request()), DecisionBody::of);
  }

  /** Nobody is reminded any more, and no policy activates it. */
  @POST
  @Path("clones/{id}/lapse")
  @Operation(operationId = "letCloneLapse", summary = "Leave an unused clone to its deadline")
  @APIResponseSchema(value = DecisionBody.class, responseCode = "200")
  public Response letLapse(@PathParam("id") UUID id) {
    return Response.ok(DecisionBody.of(deadlines.letLapse(id))).build();
  }

  @GET
  @Path("brands/{id}/deadline-policy")
  @Operation(
      operationId = "getDeadlinePolicy",
      summary = "Read what a brand does about unused clones")
  @APIResponseSchema(value = PolicyBody.class, responseCode = "200")
  public Response policy(@PathParam("id") UUID brand) {
    DeadlinePolicy policy = register.policy(brand);
    return EntityTags.ok(policy, PolicyBody.of(policy));
  }

  @PUT
  @Path("brands/{id}/deadline-policy")
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
