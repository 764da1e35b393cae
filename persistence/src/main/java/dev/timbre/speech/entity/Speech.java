package dev.timbre.speech.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.entity.ProviderFault;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One governed synthesis, from the permission to the bill. */
@Entity
@Table(name = "speech")
public class Speech extends Identified {

  private static final long serialVersionUID = 1L;

  /** Everything a speech rests on, fixed before the provider is called. */
  @Embeddable
  public record Grounds(
      @Column(name = "voice_id", updatable = false) UUID voiceId,
      @Column(name = "brand_id", updatable = false) UUID brandId,
      @Column(name = "clone_id", updatable = false) UUID cloneId,
      @Column(name = "revision_id", updatable = false) UUID revisionId,
      @Column(name = "consent_version_id", updatable = false) UUID consentVersionId,
      @Column(name = "client_id", updatable = false) UUID clientId,
      @Column(name = "use_id", updatable = false) UUID useId) {}

  @Embedded private Grounds grounds;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "speaker_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "speaker_id", updatable = false))
  private Actor speaker;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SpeechState state;

  @Column(name = "text_digest", nullable = false, updatable = false)
  private String textDigest;

  @Column(nullable = false, updatable = false)
  private String model;

  @Embedded private SpeechFormat format;

  @Column(name = "reservation_id", nullable = false, updatable = false)
  private UUID reservationId;

  private String audio;

  @Column(name = "duration_ms")
  private Long durationMs;

  @Column(name = "billed_characters")
  private Long billedCharacters;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "cost_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "cost_currency"))
  private Money cost;

  @Column(name = "trace_id")
  private String traceId;

  @Embedded private ProviderFault fault;

  @Column(nullable = false, updatable = false)
  private boolean streamed;

  @Embedded private Labels labels = Labels.NONE;

  private String withheld;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected Speech() {}

  public Speech(
      Instant now,
      Actor speaker,
      Grounds grounds,
      SpeechScript script,
      String model,
      SpeechFormat format,
      UUID reservationId) {
    super(now);
    this.speaker = speaker;
    this.grounds = grounds;
    this.textDigest = script.digest();
    this.model = model;
    this.format = format;
    this.reservationId = reservationId;
    this.state = SpeechState.RESERVED;
  }

  /** Says how it must be labelled; before it goes out. */
  public Speech labelled(Labels asked) {
    labels = asked;
    return this;
  }

  /** Says that its audio is handed out while it is made. */
  public Speech streamed() {
    streamed = true;
    return this;
  }

  /**
   * What came back from the provider, with the audio already in our store.
   *
   * @param audio null when nothing of it was kept
   */
  public record Result(String audio, long durationMs, long billedCharacters, String traceId) {}

  public void speak(Instant now, Result result, Money bill) {
    require(SpeechState.RESERVED);
    audio = result.audio();
    durationMs = result.durationMs();
    billedCharacters = result.billedCharacters();
    traceId = result.traceId();
    cost = bill;
    end(SpeechState.SPOKEN, now);
  }

  /**
   * Says what became of the label in the audio, and of the audio.
   *
   * @param why code of what stopped it from being handed out; null when nothing did
   */
  public void kept(MetadataLabel label, String why) {
    labels = labels.with(label);
    withheld = why;
  }

  /**
   * Its audio is handed out no more, whatever was before.
   *
   * @param why code of what stops it
   * @throws Conflict when there is no audio, or it is withheld already
   */
  public void withhold(String why) {
    require(SpeechState.SPOKEN);
    if (withheld != null) {
      throw new Conflict(
          "speech-withheld", "The audio of speech " + getId() + " is withheld: " + withheld + ".");
    }
    withheld = why;
  }

  public void fail(Instant now, ProviderFault why) {
    require(SpeechState.RESERVED);
    fault = why;
    end(SpeechState.FAILED, now);
  }

  /** The call ended so that nobody can tell whether it was charged. */
  public void lose(Instant now, ProviderFault why) {
    require(SpeechState.RESERVED);
    fault = why;
    end(SpeechState.UNKNOWN, now);
  }

  private void end(SpeechState last, Instant now) {
    state = last;
    finishedAt = now;
  }

  private void require(SpeechState expected) {
    if (state != expected) {
      throw new Conflict(
          "speech-state-conflict",
          "Speech " + getId() + " is " + state + "; it must be " + expected + ".");
    }
  }

  public UUID getVoiceId() {
    return grounds.voiceId();
  }

  public Grounds getGrounds() {
    return grounds;
  }

  public Actor getSpeaker() {
    return speaker;
  }

  public SpeechState getState() {
    return state;
  }

  public String getTextDigest() {
    return textDigest;
  }

  public String getModel() {
    return model;
  }

  public SpeechFormat getFormat() {
    return format;
  }

  public UUID getReservationId() {
    return reservationId;
  }

  /** Digest of the audio in our store; null unless spoken, and when nothing was kept. */
  public String getAudio() {
    return audio;
  }

  public Long getDurationMs() {
    return durationMs;
  }

  public Long getBilledCharacters() {
    return billedCharacters;
  }

  public Money getCost() {
    return cost;
  }

  public String getTraceId() {
    return traceId;
  }

  public ProviderFault getFault() {
    return fault;
  }

  public boolean isStreamed() {
    return streamed;
  }

  public Labels getLabels() {
    return labels;
  }

  /** Code of what stopped its audio from being handed out; null when nothing did. */
  public String getWithheld() {
    return withheld;
  }

  public Instant getFinishedAt() {
    return finishedAt;
  }
}
