package dev.timbre.consent.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The fact that a talent no longer agrees. */
@Entity
@Immutable
@Table(name = "consent_withdrawal")
public class ConsentWithdrawal extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int REASON_LENGTH = 1000;

  @OneToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "consent_id", updatable = false)
  private Consent consent;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "recorded_by_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "recorded_by_id", updatable = false))
  private Actor recordedBy;

  @Column(updatable = false, length = REASON_LENGTH)
  private String reason;

  protected ConsentWithdrawal() {}

  ConsentWithdrawal(Instant now, Consent consent, Actor recordedBy, String reason) {
    super(now);
    this.consent = consent;
    this.recordedBy = recordedBy;
    this.reason = Texts.optional("reason", reason, REASON_LENGTH);
  }

  public Consent getConsent() {
    return consent;
  }

  public Actor getRecordedBy() {
    return recordedBy;
  }

  public String getReason() {
    return reason;
  }
}
