package dev.timbre.speech.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How often the live voices of a brand are checked, unless a voice has a plan of its own. */
@Entity
@Table(name = "drift_policy")
public class DriftPolicy extends Identified {

  private static final long serialVersionUID = 1L;

  /** Days between checks where nobody has chosen others. */
  public static final int USUAL_DAYS = 7;

  @Column(name = "brand_id", nullable = false, updatable = false, unique = true)
  private UUID brandId;

  @Column(name = "every_days", nullable = false)
  private int everyDays;

  @Column(nullable = false)
  private boolean active;

  protected DriftPolicy() {}

  /** What holds until somebody chooses: no voice is checked by itself, since it costs money. */
  public DriftPolicy(Instant now, UUID brandId) {
    super(now);
    this.brandId = brandId;
    this.everyDays = USUAL_DAYS;
  }

  /**
   * What a brand chooses.
   *
   * @param everyDays 1 to {@value DriftWatch#MOST_DAYS}
   * @param active whether its live voices are checked at all
   */
  public record Choice(int everyDays, boolean active) {

    public Choice {
      DriftWatch.requireInterval(everyDays);
    }
  }

  public void choose(Choice choice) {
    everyDays = choice.everyDays();
    active = choice.active();
  }

  public Choice choice() {
    return new Choice(everyDays, active);
  }

  public UUID getBrandId() {
    return brandId;
  }
}
