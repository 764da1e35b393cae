package dev.timbre.consent.faces;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Territory;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.platform.faces.LastDay;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

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
  private final ZoneId zone;

  /** The moments it began with; they stay where nobody chooses another day. */
  private final Instant began;

  private final Instant ended;

  /** A choice whose days are those of a zone, from today on. */
  ScopeChoice(ZoneId zone, LocalDate today) {
    this(zone, null, null);
    this.validFrom = today;
  }

  private ScopeChoice(ZoneId zone, Instant began, Instant ended) {
    this.zone = zone;
    this.began = began;
    this.ended = ended;
  }

  /** Another choice that begins with a scope, whose zone must be known. */
  static ScopeChoice of(ConsentScope scope) {
    ZoneId zone = scope.zone();
    ScopeChoice choice = new ScopeChoice(zone, scope.validFrom(), scope.validUntil());
    choice.brandIds = scope.brandIds().toArray(UUID[]::new);
    choice.purposes = scope.purposes().toArray(Purpose[]::new);
    choice.channels = scope.channels().toArray(Channel[]::new);
    choice.territories = String.join(", ", Territory.gathered(scope.territories()));
    choice.languages = scope.languages().stream().sorted().collect(Collectors.joining(", "));
    choice.validFrom = scope.validFrom().atZone(zone).toLocalDate();
    choice.validUntil = LastDay.before(scope.validUntil(), zone);
    return choice;
  }

  /** The moment at which the first day begins. */
  Instant begin() {
    if (began != null && began.atZone(zone).toLocalDate().equals(validFrom)) {
      return began;
    }
    return validFrom == null ? null : validFrom.atStartOfDay(zone).toInstant();
  }

  /** The moment at which the last day is over; null for no end. */
  Instant end() {
    return Objects.equals(LastDay.before(ended, zone), validUntil)
        ? ended
        : LastDay.end(validUntil, zone);
  }

  /** Whose days they are. */
  public ZoneId getZone() {
    return zone;
  }

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
