package dev.timbre.notice.rest;

import dev.timbre.notice.control.WebhookDeliveries;
import dev.timbre.notice.entity.Posting;
import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.rest.Given;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of the notices that were posted. */
@Path("webhook-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookDeliveriesResource {

  @Inject WebhookDeliveries deliveries;

  /**
   * A notice on its way to a webhook.
   *
   * @param kind of the notice, for example clone.deadline
   * @param state queued, running, succeeded or failed
   * @param answer what came of the last attempt
   * @param nextAttemptAt when it is tried next; absent once it is over
   */
  public record DeliveryBody(
      UUID id,
      UUID webhook,
      UUID notice,
      String kind,
      String state,
      int attempts,
      String answer,
      Instant nextAttemptAt,
      Instant finishedAt,
      Instant createdAt) {

    static DeliveryBody of(WebhookDeliveries.Delivery delivery) {
      Posting posting = delivery.posting();
      Operation work = delivery.work();
      return new DeliveryBody(
          posting.getId(),
          posting.getWebhook().getId(),
          posting.getNotice().getId(),
          posting.getNotice().getKind().code(),
          Given.name(work.getState()),
          work.getAttempts(),
          work.getDetail(),
          work.getState().isOver() ? null : work.getDueAt(),
          work.getFinishedAt(),
          posting.getCreatedAt());
    }
  }

  @GET
  @Path("{id}")
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getWebhookDelivery",
      summary = "Read what became of one notice at a webhook")
  public DeliveryBody get(@PathParam("id") UUID id) {
    return DeliveryBody.of(deliveries.get(id));
  }

  /** It carries the same id again, so that the receiver can tell. */
  @POST
  @Path("{id}/repetition")
  @Consumes(MediaType.WILDCARD)
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "repeatWebhookDelivery",
      summary = "Send a notice to a webhook again, or now")
  @APIResponseSchema(value = DeliveryBody.class, responseCode = "202")
  public Response sendAgain(@PathParam("id") UUID id) {
    return Response.accepted(DeliveryBody.of(deliveries.get(deliveries.sendAgain(id)))).build();
  }
}
