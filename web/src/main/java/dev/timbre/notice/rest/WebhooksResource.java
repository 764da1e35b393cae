package dev.timbre.notice.rest;

import dev.timbre.notice.control.WebhookDeliveries;
import dev.timbre.notice.control.WebhookRegister;
import dev.timbre.notice.entity.Webhook;
import dev.timbre.notice.rest.WebhookDeliveriesResource.DeliveryBody;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "Webhooks",
    description = "Addresses to which notices are posted, signed as Standard Webhooks says.")
public class WebhooksResource {

  @Inject WebhookRegister webhooks;
  @Inject WebhookDeliveries deliveries;

  /**
   * A new webhook.
   *
   * @param brand whose notices go there; absent for everybody's
   * @param url at an origin that the configuration allows
   * @param secretReference names the signing secret in the configuration
   */
  public record NewWebhook(UUID brand, String url, String secretReference) {}

  /** What is to change. */
  public record WebhookChange(Boolean disabled) {}

  /**
   * A webhook as callers see it.
   *
   * @param url auditors see its origin only
   */
  public record WebhookBody(
      UUID id,
      UUID brand,
      String url,
      String secretReference,
      boolean disabled,
      Instant createdAt) {

    static WebhookBody of(Webhook webhook, String url) {
      return new WebhookBody(
          webhook.getId(),
          webhook.getBrandId(),
          url,
          webhook.getSecretReference(),
          webhook.isDisabled(),
          webhook.getCreatedAt());
    }
  }

  private WebhookBody body(Webhook webhook) {
    return WebhookBody.of(webhook, webhooks.addressOf(webhook));
  }

  @POST
  @Operation(operationId = "createWebhook", summary = "Create a webhook")
  @APIResponseSchema(value = WebhookBody.class, responseCode = "201")
  public Response create(NewWebhook wanted) {
    Given.body(wanted);
    UUID id = webhooks.create(wanted.brand(), wanted.url(), wanted.secretReference());
    Webhook webhook = webhooks.get(id);
    return EntityTags.created("webhooks", webhook, body(webhook));
  }

  @GET
  @Operation(operationId = "listWebhooks", summary = "List webhooks")
  public PageBody<WebhookBody> list(@BeanParam PageParameters page) {
    return PageBody.of(webhooks.page(page.request()), this::body);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getWebhook", summary = "Read a webhook")
  @APIResponseSchema(value = WebhookBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Webhook webhook = webhooks.get(id);
    return EntityTags.ok(webhook, body(webhook));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "updateWebhook", summary = "Switch a webhook off or on")
  @APIResponseSchema(value = WebhookBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, WebhookChange change) {
    Long version = EntityTags.required(ifMatch);
    webhooks.setDisabled(id, version, Given.required("disabled", Given.body(change).disabled()));
    return get(id);
  }

  @GET
  @Path("{id}/deliveries")
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "List what goes and went to a webhook")
  public PageBody<DeliveryBody> deliveries(
      @PathParam("id") UUID id, @BeanParam PageParameters page) {
    Page<DeliveryBody> found = deliveries.page(id, page.request()).map(DeliveryBody::of);
    return new PageBody<>(found.items(), found.next());
  }
}
