package dev.timbre.consent.faces;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** What is ticked and typed in the form of a consent, before it is checked. */
public class ScopeChoice implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID[] brandIds;
  private Purpose[] purposes;
  private Channel[] channels;
  private String territories;
  private String languages;
  private LocalDate validFrom;
  private LocalDate validUntil;
  private String statement;

  public UUID[] getBrandIds() {
    return brandIds;
  }

  public void setBrandIds(UUID[] brandIds) {
    this.brandIds = brandIds;
  }

  public Purpose[] getPurposes() {
    return purposes;
  }

  public void setPurposes(Purpose[] purposes) {
    this.purposes = purposes;
  }

  public Channel[] getChannels() {
    return channels;
  }

  public void setChannels(Channel[] channels) {
    this.channels = channels;
  }

  /** Codes, separated by commas or spaces. */
  public String getTerritories() {
    return territories;
  }

  public void setTerritories(String territories) {
    this.territories = territories;
  }

  /** Tags, separated by commas or spaces. */
  public String getLanguages() {
    return languages;
  }

  public void setLanguages(String languages) {
    this.languages = languages;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  /** The last day on which it is valid; null for no end. */
  public LocalDate getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDate validUntil) {
    this.validUntil = validUntil;
  }

  public String getStatement() {
    return statement;
  }

  public void setStatement(String statement) {
    this.statement = statement;
  }
}
