package dev.timbre.notice.faces;

import dev.timbre.notice.control.WebhookRegister;
import dev.timbre.notice.entity.Webhook;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The webhooks: the list, a new one, off and on. */
@Named("webhooksPage")
@ViewScoped
public class WebhooksBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject WebhookRegister register;
  @Inject Notices notices;

  private MoreRows<Webhook> rows;
  private UUID brandId;
  private String url;
  private String secretReference;

  @PostConstruct
  void open() {
    rows = new MoreRows<>(request -> register.page(request));
  }

  public String create() {
    register.create(brandId, url, secretReference);
    notices.done("webhooks.done.created");
    return "/webhooks.xhtml?faces-redirect=true";
  }

  public String switchOver(Webhook webhook) {
    register.setDisabled(webhook.getId(), webhook.getVersion(), !webhook.isDisabled());
    notices.done("webhooks.done.switched");
    return "/webhooks.xhtml?faces-redirect=true";
  }

  /** As the reader may see it. */
  public String addressOf(Webhook webhook) {
    return register.addressOf(webhook);
  }

  public MoreRows<Webhook> getRows() {
    return rows;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getSecretReference() {
    return secretReference;
  }

  public void setSecretReference(String secretReference) {
    this.secretReference = secretReference;
  }
}
