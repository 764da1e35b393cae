package dev.timbre.consent.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Conflict;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A talent's permission: its versions, oldest first, and its withdrawal once there is one. */
@Entity
@Table(name = "consent")
public class Consent extends Identified {

  private static final long serialVersionUID = 1L;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "talent_id", updatable = false)
  private Talent talent;

  @Column(name = "latest_version", nullable = false)
  private int latestVersion;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @OneToMany(mappedBy = "consent", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
  @OrderBy("number")
  private List<ConsentVersion> versions = new ArrayList<>();

  protected Consent() {}

  public Consent(Instant now, Talent talent, ConsentScope scope, String statement) {
    super(now);
    this.talent = talent;
    extend(now, scope, statement);
  }

  /** The talent agrees to something new; what was pinned before keeps its own version. */
  public final ConsentVersion extend(Instant now, ConsentScope scope, String statement) {
    requireNotWithdrawn();
    latestVersion++;
    ConsentVersion version =
        new ConsentVersion(
            now,
            this,
            latestVersion,
            scope,
            Texts.optional("statement", statement, ConsentVersion.STATEMENT_LENGTH));
    versions.add(version);
    return version;
  }

  /** Final: what rests on this consent stops. */
  public ConsentWithdrawal withdraw(Instant now, Actor by, String reason) {
    requireNotWithdrawn();
    withdrawnAt = now;
    return new ConsentWithdrawal(now, this, by, reason);
  }

  /**
   * @throws Conflict when it was withdrawn
   */
  public final void requireNotWithdrawn() {
    if (isWithdrawn()) {
      throw new Conflict(
          "consent-withdrawn",
          "Consent " + getId() + " was withdrawn; a withdrawn consent stays so. Make a new one.");
    }
  }

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  /** The latest to be noted, which a further one follows; it may not have begun yet. */
  public ConsentVersion newest() {
    return versions.get(versions.size() - 1);
  }

  /**
   * The version that counts at an instant: the newest that has begun by then, also once it is over,
   * so that what somebody agreed to later is never widened again by what they had agreed to before.
   * The newest of all where none has begun.
   */
  public ConsentVersion countingAt(Instant at) {
    return counting(versions, at).orElseGet(this::newest);
  }

  /**
   * The version that counted at an instant, by what was known then; none before the consent was
   * there.
   */
  public Optional<ConsentVersion> versionAt(Instant at) {
    List<ConsentVersion> known =
        versions.stream().filter(version -> !version.getCreatedAt().isAfter(at)).toList();
    return counting(known, at).or(() -> known.stream().reduce((earlier, later) -> later));
  }

  private static Optional<ConsentVersion> counting(List<ConsentVersion> known, Instant at) {
    return known.stream()
        .filter(version -> !version.getValidFrom().isAfter(at))
        .reduce((earlier, later) -> later);
  }

  /** Whether it can be rested on at an instant. */
  public boolean isInForce(Instant at) {
    return !isWithdrawn() && countingAt(at).isValidAt(at);
  }

  /** What counts at an instant, and what was noted ahead to count later. */
  public List<ConsentVersion> versionsFrom(Instant at) {
    ConsentVersion counting = countingAt(at);
    return versions.stream()
        .filter(version -> version == counting || countsLater(version, at))
        .toList();
  }

  /** Whether it is over at an instant, and nothing that was noted ahead begins later. */
  public boolean isOver(Instant at) {
    return isWithdrawn()
        || versionsFrom(at).stream()
            .map(ConsentVersion::getValidUntil)
            .allMatch(end -> end != null && !at.isBefore(end));
  }

  private boolean countsLater(ConsentVersion version, Instant at) {
    Instant from = version.getValidFrom();
    return from.isAfter(at) && version == countingAt(from);
  }

  /**
   * When it is first not in force after an instant at which it is; empty when nothing that was
   * noted ends it. A version that begins before another is over continues it.
   */
  public Optional<Instant> endAfter(Instant at) {
    return versions.stream()
        .map(ConsentVersion::getValidUntil)
        .filter(end -> end != null && end.isAfter(at) && !countingAt(end).isValidAt(end))
        .min(Comparator.naturalOrder());
  }

  public boolean isWithdrawnAt(Instant at) {
    return withdrawnAt != null && !withdrawnAt.isAfter(at);
  }

  /** Whether it could be rested on at an instant, by what was known at that instant. */
  public boolean wasInForceAt(Instant at) {
    return !isWithdrawnAt(at) && versionAt(at).filter(version -> version.isValidAt(at)).isPresent();
  }

  public Talent getTalent() {
    return talent;
  }

  public List<ConsentVersion> getVersions() {
    return List.copyOf(versions);
  }

  public Instant getWithdrawnAt() {
    return withdrawnAt;
  }
}
