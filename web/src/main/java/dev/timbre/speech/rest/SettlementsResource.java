package dev.timbre.speech.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.speech.control.SpeechSettlement;
import dev.timbre.speech.entity.Settlement;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bills of speeches whose outcome nobody could tell. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Speech", description = "Governed synthesis: text in, audio out.")
public class SettlementsResource {

  @Inject SpeechSettlement settlement;

  /**
   * What a person found out.
   *
   * @param charged whether the provider billed the speech
   * @param billed everything it billed, a voice fee included; absent when it billed nothing
   * @param characters as the bill says; absent when it does not
   * @param reason how the person knows, for example the number of the bill
   */
  public record NewSettlement(Boolean charged, MoneyBody billed, Long characters, String reason) {}

  /** A settlement as callers see it. */
  public record SettlementBody(
      UUID speech,
      boolean charged,
      MoneyBody amount,
      String reason,
      String settledBy,
      Instant createdAt) {

    static SettlementBody of(Settlement settlement) {
      return new SettlementBody(
          settlement.getSpeechId(),
          settlement.isCharged(),
          MoneyBody.of(settlement.getAmount()),
          settlement.getReason(),
          settlement.getSettledBy().toString(),
          settlement.getCreatedAt());
    }
  }

  @POST
  @Path("speeches/{id}/settlement")
  @Operation(operationId = "settleSpeech", summary = "Say what an unknown speech was billed")
  @APIResponseSchema(value = SettlementBody.class, responseCode = "201")
  public Response settle(@PathParam("id") UUID speech, NewSettlement wanted) {
    if (Given.required("charged", Given.body(wanted).charged())) {
      settlement.charged(
          speech,
          Given.required("billed", wanted.billed()).toMoney("billed"),
          wanted.characters() == null ? 0 : wanted.characters(),
          wanted.reason());
    } else {
      settlement.notCharged(speech, wanted.reason());
    }
    return Response.created(URI.create("/api/v1/speeches/" + speech + "/settlement"))
        .entity(SettlementBody.of(settlement.get(speech)))
        .build();
  }

  @GET
  @Path("speeches/{id}/settlement")
  @Operation(operationId = "getSettlement", summary = "Read what an unknown speech was billed")
  public SettlementBody get(@PathParam("id") UUID speech) {
    return SettlementBody.of(settlement.get(speech));
  }

  @GET
  @Path("unsettled-speeches")
  @Operation(
      operationId = "listUnsettledSpeeches",
      summary = "List unknown speeches whose money is still held")
  public PageBody<SpeechBody> open(@BeanParam PageParameters page) {
    return PageBody.of(settlement.open(page.request()), SpeechBody::of);
  }
}
