package dev.timbre.voice.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a brand does about clones that nobody has used, and when people are reminded. */
@Entity
@Table(name = "deadline_policy")
public class DeadlinePolicy extends Identified {

  private static final long serialVersionUID = 1L;

  /** Hours before a deadline at which people are reminded where nobody has chosen others. */
  public static final List<Integer> USUAL_REMINDERS = List.of(96, 48, 24, 6);

  /** Hours before a deadline at which a policy activates where nobody has chosen others. */
  public static final int USUAL_ACTIVATION = 12;

  /** A clone lives no longer. */
  public static final int MOST_HOURS =
      (int) CloneDeadline.LIFE.minus(CloneDeadline.MARGIN).toHours();

  public static final int MOST_REMINDERS = 12;

  @Column(name = "brand_id", nullable = false, updatable = false, unique = true)
  private UUID brandId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private DeadlineAction action;

  /** The earliest reminder first. */
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "remind_hours", nullable = false)
  private List<Integer> remindHours;

  @Column(name = "activate_hours", nullable = false)
  private int activateHours;

  protected DeadlinePolicy() {}

  /** What holds until somebody chooses: people are reminded and decide. */
  public DeadlinePolicy(Instant now, UUID brandId) {
    super(now);
    this.brandId = brandId;
    this.action = DeadlineAction.ASK;
    this.remindHours = USUAL_REMINDERS;
    this.activateHours = USUAL_ACTIVATION;
  }

  /**
   * What a brand chooses.
   *
   * @param remindHours hours before a deadline, 1 to {@value #MOST_REMINDERS} of them or none
   * @param activateHours hours before a deadline at which {@link DeadlineAction#ACTIVATE} acts
   */
  public record Choice(DeadlineAction action, List<Integer> remindHours, int activateHours) {}

  /**
   * @throws Invalid when an hour lies outside a clone's life, or there are too many
   */
  public void choose(Choice choice) {
    choice.remindHours().forEach(hour -> requireWithinLife("remindHours", hour));
    requireWithinLife("activateHours", choice.activateHours());
    List<Integer> hours =
        choice.remindHours().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    if (hours.size() > MOST_REMINDERS) {
      throw new Invalid(
              "too-many-reminders",
              "remindHours names "
                  + hours.size()
                  + " reminders; at most "
                  + MOST_REMINDERS
                  + " are sent.")
          .about(hours.size(), MOST_REMINDERS);
    }
    this.action = choice.action();
    this.remindHours = hours;
    this.activateHours = choice.activateHours();
  }

  public Choice choice() {
    return new Choice(action, getRemindHours(), activateHours);
  }

  private static void requireWithinLife(String field, Integer hours) {
    if (hours == null || hours < 1 || hours > MOST_HOURS) {
      throw new Invalid(
              "hours-out-of-range",
              field
                  + " has "
                  + hours
                  + "; give whole hours before the deadline from 1 to "
                  + MOST_HOURS
                  + ".")
          .about(hours, MOST_HOURS);
    }
  }

  /**
   * The reminder that is due: the nearest of those whose time has come. Earlier ones that nobody
   * could send are not made up for, since the nearest says all they would. None after the deadline.
   *
   * @return hours before the deadline
   */
  public Optional<Integer> reminderDue(Instant deadline, Instant now) {
    if (!now.isBefore(deadline)) {
      return Optional.empty();
    }
    return remindHours.stream()
        .filter(hours -> !now.isBefore(deadline.minus(Duration.ofHours(hours))))
        .min(Comparator.naturalOrder());
  }

  /** Whether Timbre itself is to make a clone permanent now. */
  public boolean activatesAt(Instant deadline, Instant now) {
    return action == DeadlineAction.ACTIVATE
        && now.isBefore(deadline)
        && !now.isBefore(deadline.minus(Duration.ofHours(activateHours)));
  }

  public UUID getBrandId() {
    return brandId;
  }

  public DeadlineAction getAction() {
    return action;
  }

  public List<Integer> getRemindHours() {
    return List.copyOf(remindHours);
  }

  public int getActivateHours() {
    return activateHours;
  }
}
