package dev.timbre.notice.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A notice on its way to a webhook; how far it is stands in the operation that posts it. */
@Entity
@Table(name = "notice_posting")
public class Posting extends Identified {

  private static final long serialVersionUID = 1L;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "notice_id", updatable = false)
  private Notice notice;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "webhook_id", updatable = false)
  private Webhook webhook;

  protected Posting() {}

  public Posting(Instant now, Notice notice, Webhook webhook) {
    super(now);
    this.notice = notice;
    this.webhook = webhook;
  }

  public Notice getNotice() {
    return notice;
  }

  public Webhook getWebhook() {
    return webhook;
  }
}
