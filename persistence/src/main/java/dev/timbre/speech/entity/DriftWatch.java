package dev.timbre.speech.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceProfile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The wish to hear every so often whether a voice still sounds as it did. Each check is a real
 * speech and costs what its phrase costs.
 */
@Entity
@Table(name = "drift_watch")
public class DriftWatch extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int PHRASE_LENGTH = 300;
  public static final int MOST_DAYS = 365;

  @Column(name = "voice_id", nullable = false, updatable = false)
  private UUID voiceId;

  @Column(name = "brand_id", nullable = false, updatable = false)
  private UUID brandId;

  @Column(nullable = false, length = PHRASE_LENGTH)
  private String phrase;

  @Column(name = "every_days", nullable = false)
  private int everyDays;

  @Column(nullable = false)
  private boolean active;

  /** Whether somebody planned for this voice; else it follows its brand's policy. */
  @Column(nullable = false)
  private boolean own;

  @Column(name = "next_due_at", nullable = false)
  private Instant nextDueAt;

  @Column(name = "baseline_id")
  private UUID baselineId;

  protected DriftWatch() {}

  public DriftWatch(Instant now, UUID voiceId, UUID brandId, Plan plan) {
    super(now);
    this.voiceId = voiceId;
    this.brandId = brandId;
    this.nextDueAt = now;
    change(plan);
  }

  /**
   * What is said how often.
   *
   * @param phrase the same words each time, 1 to {@value #PHRASE_LENGTH} characters
   * @param everyDays 1 to {@value #MOST_DAYS}
   * @param active false to check only when somebody asks
   */
  public record Plan(String phrase, int everyDays, boolean active) {

    public Plan {
      phrase = Texts.required("phrase", phrase, PHRASE_LENGTH);
      requireInterval(everyDays);
    }
  }

  static void requireInterval(int everyDays) {
    if (everyDays < 1 || everyDays > MOST_DAYS) {
      throw new Invalid(
              "interval-out-of-range",
              "everyDays is " + everyDays + "; give a number from 1 to " + MOST_DAYS + ".")
          .about(everyDays, MOST_DAYS);
    }
  }

  /** A watch because the voice's brand wants one; it speaks the approved preview text. */
  public static DriftWatch following(Instant now, Voice voice, DriftPolicy policy) {
    DriftPolicy.Choice choice = policy.choice();
    Plan plan = new Plan(usualPhrase(voice), choice.everyDays(), choice.active());
    DriftWatch watch = new DriftWatch(now, voice.getId(), voice.getBrandId(), plan);
    watch.own = false;
    return watch;
  }

  /** What a voice says where nobody chose other words: the preview text that was approved. */
  public static String usualPhrase(Voice voice) {
    String text = voice.getRevision().getOptions().previewText();
    int length = Math.min(PHRASE_LENGTH, text.length());
    boolean cutInTwo = length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, cutInTwo ? length - 1 : length);
  }

  /** Gives the voice's own plan up for its brand's policy. */
  public void follow(Instant now, Voice voice, DriftPolicy policy) {
    DriftPolicy.Choice choice = policy.choice();
    change(new Plan(usualPhrase(voice), choice.everyDays(), choice.active()));
    own = false;
    Instant latest = now.plus(Duration.ofDays(everyDays));
    nextDueAt = nextDueAt.isAfter(latest) ? latest : nextDueAt;
  }

  /** Plans for this voice. Other words need another baseline, which the next check becomes. */
  public final void change(Plan plan) {
    if (!plan.phrase().equals(phrase)) {
      baselineId = null;
    }
    phrase = plan.phrase();
    everyDays = plan.everyDays();
    active = plan.active();
    own = true;
  }

  /** A check was ordered; the next one is due an interval later. */
  public void ordered(Instant now) {
    nextDueAt = now.plus(Duration.ofDays(everyDays));
  }

  /** The words may name the talent, and nothing is left to speak them. */
  public void erase() {
    phrase = VoiceProfile.ERASED;
    active = false;
  }

  public boolean isDue(Instant now) {
    return active && !nextDueAt.isAfter(now);
  }

  /** From now on checks are compared with this one. */
  public void compareWith(DriftCheck baseline) {
    baseline.requireMeasured();
    baselineId = baseline.getId();
  }

  public Plan plan() {
    return new Plan(phrase, everyDays, active);
  }

  public UUID getVoiceId() {
    return voiceId;
  }

  public UUID getBrandId() {
    return brandId;
  }

  /** Whether it follows its brand's policy instead of a plan of its own. */
  public boolean isByBrand() {
    return !own;
  }

  public String getPhrase() {
    return phrase;
  }

  public Instant getNextDueAt() {
    return nextDueAt;
  }

  /** Null until the first check is measured. */
  public UUID getBaselineId() {
    return baselineId;
  }
}
