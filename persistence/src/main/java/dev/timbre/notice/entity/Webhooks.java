package dev.timbre.notice.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The webhooks, and what is posted to them. */
@ApplicationScoped
public class Webhooks {

  @PersistenceContext EntityManager em;

  public void add(Webhook webhook) {
    em.persist(webhook);
  }

  public void add(Posting posting) {
    em.persist(posting);
  }

  /**
   * @throws NotFound when there is no such webhook
   */
  public Webhook get(UUID id) {
    return Optional.ofNullable(em.find(Webhook.class, id))
        .orElseThrow(() -> new NotFound("webhook-not-found", "There is no webhook " + id + "."));
  }

  /**
   * @throws NotFound when there is none, or it was forgotten by now
   */
  public Posting getPosting(UUID id) {
    return Optional.ofNullable(em.find(Posting.class, id)).orElseThrow(() -> notPosted(id));
  }

  /** The posting with its row locked, so that two people do not send it again at once. */
  public Posting getPostingForChange(UUID id) {
    return new LockingRead<>(em, Posting.class).exclusive(id).orElseThrow(() -> notPosted(id));
  }

  private static NotFound notPosted(UUID id) {
    return new NotFound("delivery-not-found", "There is no delivery " + id + ".");
  }

  /** What goes and went to a webhook, the newest first. */
  public Page<Posting> postings(UUID webhookId, PageRequest request) {
    return new KeysetQuery<>(em, Posting.class)
        .where("e.webhook.id = :webhook", "webhook", webhookId)
        .page(request);
  }

  public Page<Webhook> page(PageRequest request) {
    return new KeysetQuery<>(em, Webhook.class).page(request);
  }

  /** Where a notice of a brand goes; one without a brand goes where everybody's go. */
  public List<Webhook> concerning(UUID brandId) {
    return em.createQuery(
            "select w from Webhook w where w.disabledAt is null"
                + " and (w.brandId is null or w.brandId = :brand) order by w.id",
            Webhook.class)
        .setParameter("brand", brandId)
        .getResultList();
  }
}
