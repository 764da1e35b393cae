package dev.timbre.notice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Scope;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.notice.entity.Webhook;
import dev.timbre.notice.entity.Webhooks;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.time.Clock;
import java.util.UUID;

/** Keeps the webhooks. */
@Stateless
@RolesAllowed({"admin", "auditor", "administration"})
public class WebhookRegister {

  @Inject Webhooks webhooks;
  @Inject Brands brands;
  @Inject Access access;
  @Inject SecurityContext security;
  @Inject NoticeConfig config;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * @param brandId whose notices go there; null for everybody's
   * @param secretReference names the signing secret in the configuration
   * @throws Conflict when the operator has not allowed the address, or there is no such secret
   */
  @Audited(AuditAction.WEBHOOK_CREATE)
  @RolesAllowed({"admin", "administration"})
  public UUID create(UUID brandId, String url, String secretReference) {
    return idempotency.once(
        () -> {
          if (brandId != null) {
            brands.get(brandId);
          }
          Webhook webhook = new Webhook(clock.instant(), brandId, url, secretReference);
          requireAllowed(webhook);
          config.secret(secretReference);
          webhooks.add(webhook);
          // the rest of the address may hold a token of the receiver's
          trail.done(
              AuditAction.WEBHOOK_CREATE,
              webhook.getId(),
              Change.to("brand", brandId),
              Change.to("origin", webhook.origin()));
          return webhook.getId();
        });
  }

  private void requireAllowed(Webhook webhook) {
    if (!config.allows(webhook.origin())) {
      throw new Conflict(
              "webhook-origin-not-allowed",
              "The configuration does not allow posting to "
                  + webhook.origin()
                  + "; an operator can add it to timbre.notice.webhook.allowed-origins.")
          .about(webhook.origin());
    }
  }

  /** Starts or stops posting, from the next notice on. */
  @Audited(AuditAction.WEBHOOK_UPDATE)
  @RolesAllowed({"admin", "administration"})
  public Webhook setDisabled(UUID id, Long version, boolean disabled) {
    Webhook webhook = VersionCheck.of(webhooks.get(id), version);
    boolean before = webhook.isDisabled();
    if (before != disabled) {
      webhook.setAccess(disabled ? clock.instant() : null);
    }
    trail.done(AuditAction.WEBHOOK_UPDATE, id, Change.of("disabled", before, disabled));
    return webhook;
  }

  public Webhook get(UUID id) {
    access.requireWholeCompany();
    return webhooks.get(id);
  }

  /** The address as the caller may see it: the path may hold a token of the receiver's. */
  public String addressOf(Webhook webhook) {
    boolean administers =
        security.isCallerInRole(Role.ADMIN.code())
            || security.isCallerInRole(Scope.ADMINISTRATION.code());
    return administers ? webhook.getUrl() : webhook.origin();
  }

  public Page<Webhook> page(PageRequest request) {
    access.requireWholeCompany();
    return webhooks.page(request);
  }
}
