package dev.timbre.notice.faces;

import dev.timbre.notice.control.WebhookDeliveries;
import dev.timbre.notice.control.WebhookDeliveries.Delivery;
import dev.timbre.notice.control.WebhookRegister;
import dev.timbre.notice.entity.Webhook;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** One webhook with what went there. */
@Named("webhookPage")
@ViewScoped
public class WebhookBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject WebhookRegister register;
  @Inject WebhookDeliveries deliveries;
  @Inject Notices notices;

  private UUID id;
  private Webhook webhook;
  private MoreRows<Delivery> rows;

  public void open() {
    webhook = register.get(id);
    rows = new MoreRows<>(request -> deliveries.page(id, request));
  }

  public String sendAgain(Delivery delivery) {
    deliveries.sendAgain(delivery.posting().getId());
    notices.done("webhook.done.again");
    return "/webhook.xhtml?faces-redirect=true&id=" + id;
  }

  /** As the reader may see it. */
  public String getAddress() {
    return register.addressOf(webhook);
  }

  public Webhook getWebhook() {
    return webhook;
  }

  public MoreRows<Delivery> getRows() {
    return rows;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }
}
