package dev.timbre.voice.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the activation ledger: what was decided about a clone, by whom, what it was to cost
 * at most and what came of it.
 */
@Entity
@Table(name = "clone_decision")
public class CloneDecision extends Identified {

  private static final long serialVersionUID = 1L;

  @Embedded private About about;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private DecisionKind kind;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "decider_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "decider_id", updatable = false))
  private Actor decider;

  /** Whether the brand's policy decided, and no person at that moment. */
  @Column(name = "by_policy", nullable = false, updatable = false)
  private boolean byPolicy;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "fee_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "fee_currency"))
  private Money fee;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "cost_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "cost_currency"))
  private Money cost;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private DecisionState state;

  /** Stable code of what stands in the way, or of why it ended so; null where nothing did. */
  private String reason;

  @Column(name = "speech_id")
  private UUID speechId;

  @Column(name = "successor_id")
  private UUID successorId;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected CloneDecision() {}

  /** What it is about: a clone of a voice of a brand. */
  @Embeddable
  public record About(
      @Column(name = "clone_id", nullable = false, updatable = false) UUID cloneId,
      @Column(name = "voice_id", nullable = false, updatable = false) UUID voiceId,
      @Column(name = "brand_id", nullable = false, updatable = false) UUID brandId) {

    public static About of(Clone clone, Voice voice) {
      return new About(clone.getId(), voice.getId(), voice.getBrandId());
    }
  }

  private CloneDecision(Instant now, About about, DecisionKind kind, Actor decider) {
    super(now);
    this.about = about;
    this.kind = kind;
    this.decider = decider;
    this.byPolicy = decider.equals(Actor.SYSTEM);
    this.state = DecisionState.PENDING;
  }

  /** A person pays to keep the clone; so does a brand's policy, which acts as the system. */
  public static CloneDecision activate(Instant now, About about, Actor decider, Money fee) {
    CloneDecision decision = new CloneDecision(now, about, DecisionKind.ACTIVATE, decider);
    decision.fee = fee;
    return decision;
  }

  /** A person leaves the clone to its deadline. */
  public static CloneDecision letLapse(Instant now, About about, Actor decider) {
    return new CloneDecision(now, about, DecisionKind.LET_LAPSE, decider);
  }

  /** A person has another one made; its own life tells the rest. */
  public static CloneDecision reclone(Instant now, About about, Actor decider, UUID successor) {
    CloneDecision decision = new CloneDecision(now, about, DecisionKind.RECLONE, decider);
    decision.successorId = successor;
    decision.end(DecisionState.DONE, now, null);
    return decision;
  }

  /** The call for it may now go out; from here on it is never made a second time. */
  public void speaks(UUID speech) {
    speechId = speech;
    reason = null;
  }

  /** Something stands in its way that may go: no money left, a provider that is busy. */
  public void hindered(String code) {
    speechId = null;
    reason = code;
  }

  public void done(Instant now, Money bill) {
    cost = bill;
    end(DecisionState.DONE, now, null);
  }

  public void end(DecisionState last, Instant now, String why) {
    state = last;
    reason = why;
    endedAt = now;
  }

  /** Whether it is neither over nor with the provider, so that something else may come first. */
  public boolean isWaiting() {
    return isPending() && speechId == null;
  }

  /**
   * Whether the brand's policy may not decide after it: it has decided before, and nobody came
   * between; or the clone may have been paid for already.
   */
  public boolean barsPolicy() {
    boolean decided = byPolicy && state != DecisionState.OVERTAKEN;
    return kind == DecisionKind.ACTIVATE && (decided || state == DecisionState.UNKNOWN);
  }

  public boolean isPending() {
    return state == DecisionState.PENDING;
  }

  public About getAbout() {
    return about;
  }

  public DecisionKind getKind() {
    return kind;
  }

  public Actor getDecider() {
    return decider;
  }

  public boolean isByPolicy() {
    return byPolicy;
  }

  /** The most it can cost, as it was shown; null where it costs nothing. */
  public Money getFee() {
    return fee;
  }

  /** What was billed; null until it is. */
  public Money getCost() {
    return cost;
  }

  public DecisionState getState() {
    return state;
  }

  public String getReason() {
    return reason;
  }

  /** The speech that activates; null before it is tried. */
  public UUID getSpeechId() {
    return speechId;
  }

  /** The clone that was made instead; null for other kinds. */
  public UUID getSuccessorId() {
    return successorId;
  }

  public Instant getEndedAt() {
    return endedAt;
  }
}
