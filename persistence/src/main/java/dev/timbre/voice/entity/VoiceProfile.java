package dev.timbre.voice.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** What a voice is, whatever state it is in and whichever revision counts. */
@MappedSuperclass
public abstract class VoiceProfile extends Identified {

  private static final long serialVersionUID = 1L;

  /** Stands where a name stood. */
  public static final String ERASED = "(erased)";

  public static final int NAME_LENGTH = 120;
  public static final int DESCRIPTION_LENGTH = 2000;

  @Embedded private Alias alias;

  @Column(name = "brand_id", nullable = false, updatable = false)
  private UUID brandId;

  @Column(name = "talent_id", nullable = false, updatable = false)
  private UUID talentId;

  @Column(nullable = false, length = NAME_LENGTH)
  private String name;

  @Column(length = DESCRIPTION_LENGTH)
  private String description;

  @Column(nullable = false, updatable = false)
  private String language;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private VoiceOrigin origin;

  @Embedded private ImportedFrom importedFrom;

  protected VoiceProfile() {}

  /**
   * What a voice is from its first day.
   *
   * @param language a BCP 47 tag
   */
  public record Identity(Alias alias, UUID brandId, UUID talentId, String language) {}

  VoiceProfile(Instant now, Identity identity, ImportedFrom importedFrom) {
    super(now);
    this.alias = identity.alias();
    this.brandId = identity.brandId();
    this.talentId = identity.talentId();
    this.language = identity.language();
    this.origin = importedFrom == null ? VoiceOrigin.CLONED : VoiceOrigin.IMPORTED;
    this.importedFrom = importedFrom;
  }

  /** Name and description are not part of what is approved and may change at any time. */
  public final void describe(String newName, String newDescription) {
    this.name = Texts.required("name", newName, NAME_LENGTH);
    this.description = Texts.optional("description", newDescription, DESCRIPTION_LENGTH);
  }

  /**
   * Words that may name the talent go. The alias stays, as do all who ever named the voice by it.
   */
  public void erase() {
    name = ERASED;
    description = null;
  }

  public Alias getAlias() {
    return alias;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public UUID getTalentId() {
    return talentId;
  }

  public String getName() {
    return name;
  }

  public String getDescription() {
    return description;
  }

  public String getLanguage() {
    return language;
  }

  public VoiceOrigin getOrigin() {
    return origin;
  }

  /** Where it was found; null when Timbre made it. */
  public ImportedFrom getImportedFrom() {
    return importedFrom;
  }
}
