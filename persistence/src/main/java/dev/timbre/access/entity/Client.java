package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An internal system that speaks, or the console itself, under whose budget people speak. */
@Entity
@Table(name = "client")
public class Client extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int NAME_LENGTH = 120;

  @Column(nullable = false, length = NAME_LENGTH)
  private String name;

  /** The one client under which people speak from the console; made with the database. */
  @Column(nullable = false, updatable = false)
  private boolean console;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "brand_ids", nullable = false)
  private Set<UUID> brandIds;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  protected Client() {}

  /**
   * @param brandIds the brands whose voices it may use; at least one
   */
  public Client(Instant now, String name, Set<UUID> brandIds) {
    super(now);
    this.name = Texts.required("name", name, NAME_LENGTH);
    this.brandIds = Set.copyOf(brandIds);
  }

  public void update(String newName, Set<UUID> newBrandIds) {
    this.name = Texts.required("name", newName, NAME_LENGTH);
    this.brandIds = Set.copyOf(newBrandIds);
  }

  /**
   * Lets the client in or shuts it out, from the next request on.
   *
   * @param disabledSince null to let it in
   */
  public void setAccess(Instant disabledSince) {
    disabledAt = disabledSince;
  }

  public boolean mayUse(UUID brandId) {
    return console || brandIds.contains(brandId);
  }

  public String getName() {
    return name;
  }

  public boolean isConsole() {
    return console;
  }

  public Set<UUID> getBrandIds() {
    return Set.copyOf(brandIds);
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }
}
