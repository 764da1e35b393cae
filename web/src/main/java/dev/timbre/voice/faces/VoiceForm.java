package dev.timbre.voice.faces;

import dev.timbre.voice.entity.CloningOptions;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import java.io.Serializable;
import java.util.UUID;

/** What is typed and chosen for a voice, before it is checked. */
public class VoiceForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID brandId;
  private String shortAlias;
  private String name;
  private String description;
  private String language;
  private UUID recordingId;
  private UUID promptRecordingId;
  private UUID consentId;
  private boolean noiseReduction;
  private boolean volumeNormalisation;
  private boolean watermark;

  /** Not asked for here; what a caller of the interface chose stays. */
  private String languageBoost;

  private String previewText;
  private String model = CloningOptions.DEFAULT_MODEL;

  /** Takes over what a voice and one of its revisions have. */
  void fill(Voice voice, Revision revision) {
    CloningOptions options = revision.getOptions();
    String alias = voice.getAlias().value();
    brandId = voice.getBrandId();
    shortAlias = alias.substring(alias.indexOf('.') + 1);
    name = voice.getName();
    description = voice.getDescription();
    language = voice.getLanguage();
    recordingId = revision.getRecordingId();
    promptRecordingId = revision.getPromptRecordingId();
    consentId = revision.getConsentId();
    noiseReduction = options.noiseReduction();
    volumeNormalisation = options.volumeNormalisation();
    watermark = options.watermark();
    languageBoost = options.languageBoost();
    previewText = options.previewText();
    model = options.model();
  }

  Revision.Choice choice() {
    return new Revision.Choice(
        recordingId,
        promptRecordingId,
        consentId,
        new CloningOptions(
            noiseReduction, volumeNormalisation, watermark, languageBoost, previewText, model));
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  /** The part of the alias after the brand's. */
  public String getShortAlias() {
    return shortAlias;
  }

  public void setShortAlias(String shortAlias) {
    this.shortAlias = shortAlias;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public UUID getRecordingId() {
    return recordingId;
  }

  public void setRecordingId(UUID recordingId) {
    this.recordingId = recordingId;
  }

  public UUID getPromptRecordingId() {
    return promptRecordingId;
  }

  public void setPromptRecordingId(UUID promptRecordingId) {
    this.promptRecordingId = promptRecordingId;
  }

  public UUID getConsentId() {
    return consentId;
  }

  public void setConsentId(UUID consentId) {
    this.consentId = consentId;
  }

  public boolean isNoiseReduction() {
    return noiseReduction;
  }

  public void setNoiseReduction(boolean noiseReduction) {
    this.noiseReduction = noiseReduction;
  }

  public boolean isVolumeNormalisation() {
    return volumeNormalisation;
  }

  public void setVolumeNormalisation(boolean volumeNormalisation) {
    this.volumeNormalisation = volumeNormalisation;
  }

  public boolean isWatermark() {
    return watermark;
  }

  public void setWatermark(boolean watermark) {
    this.watermark = watermark;
  }

  public String getPreviewText() {
    return previewText;
  }

  public void setPreviewText(String previewText) {
    this.previewText = previewText;
  }

  public String getModel() {
    return model;
  }

  public void setModel(String model) {
    this.model = model;
  }
}
