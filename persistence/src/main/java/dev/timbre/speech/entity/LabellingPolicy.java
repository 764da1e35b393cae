package dev.timbre.speech.entity;

import dev.timbre.access.entity.Territory;
import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * What must say of synthetic speech that a machine made it, in one territory and from one day on.
 * Never changed: the newest that is in force counts.
 */
@Entity
@Immutable
@Table(name = "labelling_policy")
public class LabellingPolicy extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int NOTE_LENGTH = 400;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Column(nullable = false, updatable = false)
  private String territory;

  @Column(nullable = false, updatable = false)
  private boolean audible;

  @Column(nullable = false, updatable = false)
  private boolean metadata;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Unlabelled unlabelled;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private Instant validFrom;

  @Column(name = "valid_until", updatable = false)
  private Instant validUntil;

  @Column(updatable = false, length = NOTE_LENGTH)
  private String note;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "decided_by_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "decided_by_id", updatable = false))
  private Actor decidedBy;

  protected LabellingPolicy() {}

  /**
   * Where a policy applies, and when.
   *
   * @param brandId null for every brand that has none of its own for the territory
   * @param territory ISO 3166-1 alpha-2 code, or WORLD for speech that goes anywhere
   * @param until null for no end
   */
  public record Reach(UUID brandId, String territory, Instant from, Instant until) {

    /**
     * @throws Invalid when the territory is unknown or the end not after the beginning
     */
    public Reach {
      territory = Territory.of(territory);
      if (from == null || until != null && !until.isAfter(from)) {
        throw new Invalid(
                "labelling-validity-empty",
                "The policy would hold from " + from + " until " + until + "; give a later end.")
            .about(from, until);
      }
    }

    /**
     * One for each country of a group, or the one that is named.
     *
     * @param territory as above, or a group such as EU
     */
    public static List<Reach> over(UUID brandId, String territory, Instant from, Instant until) {
      return Territory.named(territory).stream()
          .sorted()
          .map(country -> new Reach(brandId, country, from, until))
          .toList();
    }
  }

  /**
   * What a policy asks for.
   *
   * @param audible a mark that can be heard
   * @param metadata a label inside the file
   */
  public record Demand(boolean audible, boolean metadata, Unlabelled unlabelled) {}

  public LabellingPolicy(Instant now, Actor decidedBy, Reach reach, Demand demand, String note) {
    super(now);
    this.decidedBy = decidedBy;
    this.brandId = reach.brandId();
    this.territory = reach.territory();
    this.validFrom = reach.from();
    this.validUntil = reach.until();
    this.audible = demand.audible();
    this.metadata = demand.metadata();
    this.unlabelled = demand.unlabelled();
    this.note = Texts.optional("note", note, NOTE_LENGTH);
  }

  /** False for one that only ends what an earlier one asked for. */
  public boolean asksForSomething() {
    return audible || metadata;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public String getTerritory() {
    return territory;
  }

  public boolean isAudible() {
    return audible;
  }

  public boolean isMetadata() {
    return metadata;
  }

  public Unlabelled getUnlabelled() {
    return unlabelled;
  }

  public Instant getValidFrom() {
    return validFrom;
  }

  public Instant getValidUntil() {
    return validUntil;
  }

  public String getNote() {
    return note;
  }

  public Actor getDecidedBy() {
    return decidedBy;
  }
}
