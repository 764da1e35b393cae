package dev.timbre.provider.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.provider.control.RateRegister;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much the providers let through. */
@Path("provider-accounts/{id}/rates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Provider accounts", description = "Where voices are cloned and speak.")
public class RatesResource {

  @Inject RateRegister rates;

  /** What a provider lets through; at least one of both. */
  public record RateChange(Integer requestsPerMinute, Integer charactersPerMinute) {}

  /**
   * A limit as callers see it.
   *
   * @param model * for every model without a limit of its own
   * @param learned whether nobody set it: the provider complained, and this is assumed
   * @param percent of the limit that goes out at present; less after a complaint of the provider
   * @param throttledAt when the provider last complained
   */
  public record RateBody(
      String model,
      Integer requestsPerMinute,
      Integer charactersPerMinute,
      boolean learned,
      int percent,
      Instant throttledAt) {

    static RateBody of(RateRegister.Rate rate) {
      return new RateBody(
          rate.limit().getModel(),
          rate.limit().getRequestsPerMinute(),
          rate.limit().getCharactersPerMinute(),
          rate.limit().isLearned(),
          rate.standing().percent(),
          rate.standing().throttledAt());
    }
  }

  @GET
  @Operation(operationId = "listRates", summary = "List an account's rates and how they stand")
  public PageBody<RateBody> list(@PathParam("id") UUID account) {
    return new PageBody<>(rates.of(account).stream().map(RateBody::of).toList(), null);
  }

  /**
   * @param model * for every model without a limit of its own
   */
  @POST
  @Path("{model}")
  @Operation(operationId = "setRate", summary = "Set what the provider lets through per minute")
  public RateBody set(
      @PathParam("id") UUID account, @PathParam("model") String model, RateChange change) {
    Given.body(change);
    return RateBody.of(
        rates.set(account, model, change.requestsPerMinute(), change.charactersPerMinute()));
  }

  @DELETE
  @Path("{model}")
  @Operation(operationId = "liftRate", summary = "Hold nothing back for a model any more")
  @APIResponse(responseCode = "204")
  public Response lift(@PathParam("id") UUID account, @PathParam("model") String model) {
    rates.lift(account, model);
    return Response.noContent().build();
  }
}
