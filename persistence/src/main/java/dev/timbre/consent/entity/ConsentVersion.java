package dev.timbre.consent.entity;

import dev.timbre.access.entity.Territory;
import dev.timbre.access.entity.Use;
import dev.timbre.platform.entity.Identified;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One version of a consent, frozen when it is made. Speeches pin it. */
@Entity
@Immutable
@Table(name = "consent_version")
public class ConsentVersion extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int STATEMENT_LENGTH = 4000;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "consent_id", updatable = false)
  private Consent consent;

  @Column(nullable = false, updatable = false)
  private int number;

  @Embedded private ScopeColumns scope;

  @Column(updatable = false, length = STATEMENT_LENGTH)
  private String statement;

  @OneToMany(mappedBy = "consentVersion", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
  private List<ConsentEvidence> evidence = new ArrayList<>();

  protected ConsentVersion() {}

  ConsentVersion(Instant now, Consent consent, int number, ConsentScope scope, String statement) {
    super(now);
    this.consent = consent;
    this.number = number;
    this.scope = new ScopeColumns(scope);
    this.statement = statement;
  }

  public boolean isValidAt(Instant at) {
    Instant until = getValidUntil();
    return !at.isBefore(getValidFrom()) && (until == null || at.isBefore(until));
  }

  /**
   * What keeps a use of a brand's voice in a language outside this permission, as the name of the
   * part that does not cover it. Listening inside the company is covered by every consent: nobody
   * could approve a voice without it.
   */
  public Optional<String> gap(UUID brandId, String language, Use use) {
    ConsentScope agreed = scope();
    if (!agreed.brandIds().contains(brandId)) {
      return Optional.of("brand");
    }
    if (!agreed.languages().contains(ConsentScope.primary(language))) {
      return Optional.of("language " + language);
    }
    if (use.isReview()) {
      return Optional.empty();
    }
    if (!agreed.purposes().contains(use.getPurpose())) {
      return Optional.of("purpose " + use.getPurpose());
    }
    if (!agreed.channels().contains(use.getChannel())) {
      return Optional.of("channel " + use.getChannel());
    }
    return Territory.covers(agreed.territories(), use.getTerritory())
        ? Optional.empty()
        : Optional.of("territory " + use.getTerritory());
  }

  public int getNumber() {
    return number;
  }

  public Consent getConsent() {
    return consent;
  }

  public ConsentScope scope() {
    return scope.scope();
  }

  /** The words they agreed to; null when none were noted, or once they were erased. */
  public String getStatement() {
    return statement;
  }

  public Instant getValidFrom() {
    return scope.validFrom();
  }

  public Instant getValidUntil() {
    return scope.validUntil();
  }

  public List<ConsentEvidence> getEvidence() {
    return List.copyOf(evidence);
  }
}
