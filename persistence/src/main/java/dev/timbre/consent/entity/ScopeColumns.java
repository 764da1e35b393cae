package dev.timbre.consent.entity;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A scope as a row holds it. */
@Embeddable
class ScopeColumns implements Serializable {

  private static final long serialVersionUID = 1L;

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

  /** Null for what was noted before there was one. */
  @Column(updatable = false)
  private String zone;

  protected ScopeColumns() {}

  ScopeColumns(ConsentScope scope) {
    this.brandIds = scope.brandIds();
    this.purposes = scope.purposes().stream().map(Enum::name).collect(Collectors.toSet());
    this.channels = scope.channels().stream().map(Enum::name).collect(Collectors.toSet());
    this.territories = scope.territories();
    this.languages = scope.languages();
    this.validFrom = scope.validFrom();
    this.validUntil = scope.validUntil();
    this.zone = scope.zone() == null ? null : scope.zone().getId();
  }

  Instant validFrom() {
    return validFrom;
  }

  Instant validUntil() {
    return validUntil;
  }

  ConsentScope scope() {
    return new ConsentScope(
        brandIds,
        purposes.stream().map(Purpose::valueOf).collect(Collectors.toSet()),
        channels.stream().map(Channel::valueOf).collect(Collectors.toSet()),
        territories,
        languages,
        validFrom,
        validUntil,
        zone == null ? null : ZoneId.of(zone));
  }
}
