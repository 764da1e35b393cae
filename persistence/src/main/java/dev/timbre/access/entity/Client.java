package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An internal system that speaks, or the console itself, under whose budget people speak. */
@Entity
@Table(name = "client")
public class Client extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int NAME_LENGTH = 120;
  private static final int MAX_RATE = 1_000_000;
  private static final int MAX_NETWORKS = 100;
  private static final int MAX_VOICES = 1000;

  @Column(nullable = false, length = NAME_LENGTH)
  private String name;

  /** The one client under which people speak from the console; made with the database. */
  @Column(nullable = false, updatable = false)
  private boolean console;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "brand_ids", nullable = false)
  private Set<UUID> brandIds;

  /** The only voices it may speak with; empty for all of its brands. */
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "voice_ids", nullable = false)
  private Set<UUID> voiceIds = Set.of();

  /** From where its keys open anything, in CIDR form; empty for everywhere. */
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false)
  private Set<String> networks = Set.of();

  /** Null for no limit. */
  @Column(name = "requests_per_minute")
  private Integer requestsPerMinute;

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
   * What bounds a client besides its brands.
   *
   * @param networks in CIDR form, IPv4 or IPv6; empty for everywhere
   * @param voiceIds the only voices it may speak with; empty for all of its brands
   * @param requestsPerMinute on all nodes together; null for no limit
   */
  public record Bounds(Set<String> networks, Set<UUID> voiceIds, Integer requestsPerMinute) {}

  /**
   * @throws Invalid when a network is malformed, there are too many, or the rate is out of range
   */
  public void confine(Bounds bounds) {
    Integer rate = bounds.requestsPerMinute();
    if (rate != null && (rate < 1 || rate > MAX_RATE)) {
      throw new Invalid(
              "client-rate-out-of-range",
              "requestsPerMinute is " + rate + "; give 1 to " + MAX_RATE + ", or none.")
          .about(rate, MAX_RATE);
    }
    if (bounds.networks().size() > MAX_NETWORKS || bounds.voiceIds().size() > MAX_VOICES) {
      throw new Invalid(
              "client-bounds-too-many",
              "At most " + MAX_NETWORKS + " networks and " + MAX_VOICES + " voices can be named.")
          .about(MAX_NETWORKS, MAX_VOICES);
    }
    this.networks =
        bounds.networks().stream()
            .map(text -> Network.of(text).toString())
            .collect(Collectors.toUnmodifiableSet());
    this.voiceIds = Set.copyOf(bounds.voiceIds());
    this.requestsPerMinute = rate;
  }

  /** Whether its keys count when they come from an address. */
  public boolean mayCallFrom(String address) {
    return networks.isEmpty()
        || networks.stream().anyMatch(network -> Network.of(network).contains(address));
  }

  public boolean maySpeakWith(UUID voiceId) {
    return voiceIds.isEmpty() || voiceIds.contains(voiceId);
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

  /** Whether it may use no brand but these; people speak under the console for every brand. */
  public boolean isWithin(Set<UUID> brands) {
    return !console && brands.containsAll(brandIds);
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

  public Bounds getBounds() {
    return new Bounds(Set.copyOf(networks), Set.copyOf(voiceIds), requestsPerMinute);
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }
}
