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

  /** The version that counts now. */
  public ConsentVersion current() {
    return versions.get(versions.size() - 1);
  }

  /** Whether it can be rested on at an instant. */
  public boolean isInForce(Instant at) {
    return !isWithdrawn() && current().isValidAt(at);
  }

  /** The version that counted at an instant; none before the consent was there. */
  public Optional<ConsentVersion> versionAt(Instant at) {
    return versions.stream()
        .filter(version -> !version.getCreatedAt().isAfter(at))
        .reduce((earlier, later) -> later);
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
