package dev.timbre.consent.entity;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Territory;
import dev.timbre.access.entity.Use;
import dev.timbre.platform.entity.Identified;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "brand_ids", nullable = false, updatable = false)
  private Set<UUID> brandIds;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false, updatable = false)
  private Set<String> purposes;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false, updatable = false)
  private Set<String> channels;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false, updatable = false)
  private Set<String> territories;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false, updatable = false)
  private Set<String> languages;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private Instant validFrom;

  @Column(name = "valid_until", updatable = false)
  private Instant validUntil;

  @Column(updatable = false, length = STATEMENT_LENGTH)
  private String statement;

  @OneToMany(mappedBy = "consentVersion", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
  private List<ConsentEvidence> evidence = new ArrayList<>();

  protected ConsentVersion() {}

  ConsentVersion(Instant now, Consent consent, int number, ConsentScope scope, String statement) {
    super(now);
    this.consent = consent;
    this.number = number;
    this.brandIds = scope.brandIds();
    this.purposes = scope.purposes().stream().map(Enum::name).collect(Collectors.toSet());
    this.channels = scope.channels().stream().map(Enum::name).collect(Collectors.toSet());
    this.territories = scope.territories();
    this.languages = scope.languages();
    this.validFrom = scope.validFrom();
    this.validUntil = scope.validUntil();
    this.statement = statement;
  }

  public boolean isValidAt(Instant at) {
    return !at.isBefore(validFrom) && (validUntil == null || at.isBefore(validUntil));
  }

  /**
   * What keeps a use of a brand's voice in a language outside this permission, as the name of the
   * part that does not cover it. Listening inside the company is covered by every consent: nobody
   * could approve a voice without it.
   */
  public Optional<String> gap(UUID brandId, String language, Use use) {
    if (!brandIds.contains(brandId)) {
      return Optional.of("brand");
    }
    if (!languages.contains(ConsentScope.primary(language))) {
      return Optional.of("language " + language);
    }
    if (use.isReview()) {
      return Optional.empty();
    }
    if (!purposes.contains(use.getPurpose().name())) {
      return Optional.of("purpose " + use.getPurpose());
    }
    if (!channels.contains(use.getChannel().name())) {
      return Optional.of("channel " + use.getChannel());
    }
    return Territory.covers(territories, use.getTerritory())
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
    return new ConsentScope(
        brandIds,
        purposes.stream().map(Purpose::valueOf).collect(Collectors.toSet()),
        channels.stream().map(Channel::valueOf).collect(Collectors.toSet()),
        territories,
        languages,
        validFrom,
        validUntil);
  }

  public String getStatement() {
    return statement;
  }

  public Instant getValidFrom() {
    return validFrom;
  }

  public Instant getValidUntil() {
    return validUntil;
  }

  public List<ConsentEvidence> getEvidence() {
    return List.copyOf(evidence);
  }
}
