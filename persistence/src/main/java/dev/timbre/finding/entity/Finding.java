package dev.timbre.finding.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A matter that a check found and a person should decide. There is one for each kind and subject: a
 * matter that was resolved and is seen again opens again, one that was ignored stays so.
 */
@Entity
@Table(name = "finding")
public class Finding extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int REASON_LENGTH = 1000;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private FindingKind kind;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Column(name = "subject_id", nullable = false, updatable = false)
  private UUID subjectId;

  @Column(nullable = false)
  private String facts;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private FindingState state;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  private String remedy;

  @Column(length = REASON_LENGTH)
  private String reason;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "decider_kind"))
  @AttributeOverride(name = "id", column = @Column(name = "decider_id"))
  private Actor decider;

  protected Finding() {}

  /**
   * @param brandId whose matter it is; null when it is the company's
   */
  public Finding(Instant now, FindingKind kind, UUID brandId, UUID subjectId, Facts facts) {
    super(now);
    this.kind = kind;
    this.brandId = brandId;
    this.subjectId = subjectId;
    this.facts = facts.toJson();
    this.state = FindingState.OPEN;
    this.lastSeenAt = now;
  }

  /**
   * The check found it again.
   *
   * @return whether it had been resolved and is open again
   */
  public boolean seenAgain(Instant now, Facts seen) {
    facts = seen.toJson();
    lastSeenAt = now;
    if (state != FindingState.RESOLVED) {
      return false;
    }
    reopen();
    return true;
  }

  /**
   * @param how the remedy that was taken; null when the matter is settled by other means
   * @param why what else is to be known; may be null
   * @throws Conflict when it is decided already
   */
  public void resolve(Instant now, Actor by, String how, String why) {
    decide(FindingState.RESOLVED, now, by, Texts.optional("reason", why, REASON_LENGTH));
    remedy = how;
  }

  /**
   * @throws Conflict when it is decided already
   * @throws Invalid when there is no reason
   */
  public void ignore(Instant now, Actor by, String why) {
    decide(FindingState.IGNORED, now, by, Texts.required("reason", why, REASON_LENGTH));
  }

  /** Takes a decision back. */
  public void reopen() {
    if (state == FindingState.OPEN) {
      throw new Conflict("finding-open", "The finding is open already.");
    }
    state = FindingState.OPEN;
    remedy = null;
    reason = null;
    decidedAt = null;
    decider = null;
  }

  private void decide(FindingState decision, Instant now, Actor by, String why) {
    requireOpen();
    state = decision;
    decidedAt = now;
    decider = by;
    reason = why;
  }

  /**
   * @throws Conflict when it is decided already
   */
  public void requireOpen() {
    if (state != FindingState.OPEN) {
      throw new Conflict(
              "finding-decided", "The finding is " + state + " already; reopen it to decide anew.")
          .about(state);
    }
  }

  public FindingKind getKind() {
    return kind;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public UUID getSubjectId() {
    return subjectId;
  }

  public Facts getFacts() {
    return Facts.parse(facts);
  }

  public FindingState getState() {
    return state;
  }

  public Instant getLastSeenAt() {
    return lastSeenAt;
  }

  public String getRemedy() {
    return remedy;
  }

  public String getReason() {
    return reason;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public Actor getDecider() {
    return decider;
  }
}
