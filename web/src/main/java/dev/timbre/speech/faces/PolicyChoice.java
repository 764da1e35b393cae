package dev.timbre.speech.faces;

import dev.timbre.speech.entity.Unlabelled;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** What is ticked and typed in the form of a labelling policy, before it is checked. */
public class PolicyChoice implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID brandId;
  private String territory;
  private boolean audible;
  private boolean metadata = true;
  private Unlabelled unlabelled = Unlabelled.REPORT;
  private LocalDate validFrom;
  private LocalDate validUntil;
  private String note;

  /** Null for all brands. */
  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public String getTerritory() {
    return territory;
  }

  public void setTerritory(String territory) {
    this.territory = territory;
  }

  public boolean isAudible() {
    return audible;
  }

  public void setAudible(boolean audible) {
    this.audible = audible;
  }

  public boolean isMetadata() {
    return metadata;
  }

  public void setMetadata(boolean metadata) {
    this.metadata = metadata;
  }

  public Unlabelled getUnlabelled() {
    return unlabelled;
  }

  public void setUnlabelled(Unlabelled unlabelled) {
    this.unlabelled = unlabelled;
  }

  public Unlabelled[] getChoices() {
    return Unlabelled.values();
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  /** The last day on which it holds; null for no end. */
  public LocalDate getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDate validUntil) {
    this.validUntil = validUntil;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
