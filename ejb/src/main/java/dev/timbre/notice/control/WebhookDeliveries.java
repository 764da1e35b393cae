package dev.timbre.notice.control;

import dev.timbre.access.control.Access;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.notice.entity.Posting;
import dev.timbre.notice.entity.Webhooks;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.entity.Operations;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

/** Shows what became of each notice that goes to a webhook, and sends one again. */
@Stateless
@RolesAllowed({"admin", "auditor", "administration"})
public class WebhookDeliveries {

  @Inject Webhooks webhooks;
  @Inject Access access;
  @Inject Operations operations;
  @Inject OperationQueue queue;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;

  /**
   * A notice on its way to a webhook.
   *
   * @param work its attempts, the last answer and the next try
   */
  public record Delivery(Posting posting, Operation work) implements Serializable {}

  /**
   * The newest first.
   *
   * @throws dev.timbre.platform.error.NotFound when there is no such webhook
   */
  public Page<Delivery> page(UUID webhookId, PageRequest request) {
    access.requireWholeCompany();
    Page<Posting> postings = webhooks.postings(webhooks.get(webhookId).getId(), request);
    Map<UUID, Operation> work =
        operations.findLatest(
            NoticePosting.KIND, postings.items().stream().map(Posting::getId).toList());
    return postings.map(posting -> new Delivery(posting, work.get(posting.getId())));
  }

  /**
   * @throws dev.timbre.platform.error.NotFound when there is none, or it was forgotten by now
   */
  public Delivery get(UUID id) {
    access.requireWholeCompany();
    Posting posting = webhooks.getPosting(id);
    return new Delivery(posting, operations.findLatest(NoticePosting.KIND, id).orElseThrow());
  }

  /**
   * Sends it again, or now where it waits for its next try. The receiver can tell a repeat by its
   * id, which stays the same.
   *
   * @throws Conflict while it is being sent, or the webhook is switched off
   */
  @Audited(AuditAction.WEBHOOK_RESEND)
  @RolesAllowed({"admin", "administration"})
  public UUID sendAgain(UUID id) {
    return idempotency.once(
        () -> {
          Posting posting = webhooks.getPostingForChange(id);
          if (posting.getWebhook().isDisabled()) {
            throw new Conflict(
                "webhook-disabled", "The webhook is switched off; switch it on first.");
          }
          Operation last = operations.findLatest(NoticePosting.KIND, id).orElseThrow();
          if (last.getState().isOver()) {
            queue.enqueue(NoticePosting.KIND, id);
          } else if (!queue.hasten(NoticePosting.KIND, id)) {
            throw new Conflict("delivery-under-way", "It is being sent right now.");
          }
          trail.done(
              AuditAction.WEBHOOK_RESEND,
              posting.getWebhook().getId(),
              Change.to("delivery", id),
              Change.to("notice", posting.getNotice().getId()));
          return id;
        });
  }
}
