package dev.timbre.voice.rest;

import dev.timbre.platform.entity.Page;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.voice.control.DeadlineDecisions;
import dev.timbre.voice.control.DeadlineRegister;
import dev.timbre.voice.entity.CloneDecision;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
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
   * @param state pending, done, failed, unknown, overtaken or taken_back
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

  @GET
  @Path("deadlines")
  @Operation(operationId = "listDeadlines", summary = "List unused clones, nearest deadline first")
  public PageBody<DeadlineBody> deadlines(
      @QueryParam("brand") UUID brand, @BeanParam PageParameters page) {
    Page<DeadlineBody> found = deadlines.deadlines(brand, page.request()).map(DeadlineBody::of);
    return new PageBody<>(found.items(), found.next());
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

  /** Before the deadline only. */
  @DELETE
  @Path("clones/{id}/lapse")
  @Operation(
      operationId = "keepCloneFromLapsing",
      summary = "Take back that an unused clone was left to its deadline")
  @APIResponseSchema(value = DecisionBody.class, responseCode = "200")
  public Response takeBack(@PathParam("id") UUID id) {
    return Response.ok(DecisionBody.of(deadlines.takeBack(id))).build();
  }
}
