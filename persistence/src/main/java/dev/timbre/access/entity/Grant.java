package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Gives a person a role for one brand or for all. */
@Entity
@Table(name = "role_grant")
public class Grant extends Identified {

  private static final long serialVersionUID = 1L;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "person_id", updatable = false)
  private Person person;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Role role;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private GrantOrigin origin;

  protected Grant() {}

  /**
   * A grant that somebody makes.
   *
   * @param brandId the one brand; null for all brands
   */
  public Grant(Instant now, Person person, Role role, UUID brandId) {
    this(now, person, role, brandId, GrantOrigin.HAND);
  }

  private Grant(Instant now, Person person, Role role, UUID brandId, GrantOrigin origin) {
    super(now);
    this.origin = origin;
    this.person = person;
    this.role = role;
    this.brandId = brandId;
  }

  /** A grant that follows what the identity provider says. */
  public static Grant byClaim(Instant now, Person person, Role role, UUID brandId) {
    return new Grant(now, person, role, brandId, GrantOrigin.CLAIM);
  }

  public boolean covers(UUID brand) {
    return brandId == null || brandId.equals(brand);
  }

  public Person getPerson() {
    return person;
  }

  public Role getRole() {
    return role;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public GrantOrigin getOrigin() {
    return origin;
  }
}
