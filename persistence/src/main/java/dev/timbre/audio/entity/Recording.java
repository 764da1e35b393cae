package dev.timbre.audio.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An upload that passed preflight: its original bytes, what is sent to a provider, its report. */
@Entity
@Table(name = "recording")
public class Recording extends Identified {

  private static final long serialVersionUID = 1L;

  /** Stands where a file name stood. */
  public static final String ERASED = "(erased)";

  public static final int FILENAME_LENGTH = 255;
  public static final int TRANSCRIPT_LENGTH = 2000;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private RecordingPurpose purpose;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Column(name = "talent_id", updatable = false)
  private UUID talentId;

  @Column(nullable = false, length = FILENAME_LENGTH)
  private String filename;

  @Column(length = TRANSCRIPT_LENGTH)
  private String transcript;

  @Column(nullable = false, updatable = false)
  private String original;

  @Column(nullable = false, updatable = false)
  private String normalised;

  @Column(nullable = false, updatable = false)
  private String waveform;

  @Convert(converter = PreflightReportConverter.class)
  @Column(nullable = false, updatable = false)
  private PreflightReport report;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "uploader_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "uploader_id", updatable = false))
  private Actor uploader;

  @Column(name = "erased_at")
  private Instant erasedAt;

  protected Recording() {}

  /** The digests under which the store keeps the three forms of a recording. */
  public record Content(String original, String normalised, String waveform) {}

  /** What the uploader says about the file. Brand, talent and transcript may be null. */
  public record Label(
      RecordingPurpose purpose, UUID brandId, UUID talentId, String filename, String transcript) {}

  public Recording(
      Instant now, Actor uploader, Label label, Content content, PreflightReport report) {
    super(now);
    this.uploader = uploader;
    this.purpose = label.purpose();
    this.brandId = label.brandId();
    this.talentId = label.talentId();
    this.filename = Texts.required("filename", label.filename(), FILENAME_LENGTH);
    this.transcript = Texts.optional("transcript", label.transcript(), TRANSCRIPT_LENGTH);
    this.original = content.original();
    this.normalised = content.normalised();
    this.waveform = content.waveform();
    this.report = report;
  }

  /** What a talent can be known by goes; digests and measures stay. */
  public void erase(Instant now) {
    filename = ERASED;
    transcript = null;
    erasedAt = erasedAt == null ? now : erasedAt;
  }

  public boolean isErased() {
    return erasedAt != null;
  }

  public RecordingPurpose getPurpose() {
    return purpose;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public UUID getTalentId() {
    return talentId;
  }

  public String getFilename() {
    return filename;
  }

  public String getTranscript() {
    return transcript;
  }

  /** Digest of the bytes as uploaded; they stay as evidence. */
  public String getOriginal() {
    return original;
  }

  /** Digest of the mono WAV that goes to the provider. */
  public String getNormalised() {
    return normalised;
  }

  /** Digest of the waveform JSON that pages draw. */
  public String getWaveform() {
    return waveform;
  }

  public PreflightReport getReport() {
    return report;
  }

  public Actor getUploader() {
    return uploader;
  }
}
