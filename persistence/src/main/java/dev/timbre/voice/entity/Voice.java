package dev.timbre.voice.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.NotAllowed;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The brand's asset, and what callers name. Its state moves only by the verbs below. */
@Entity
@Table(name = "voice")
public class Voice extends Identified {

  private static final long serialVersionUID = 1L;
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

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private VoiceState state;

  @OneToOne(fetch = FetchType.EAGER, cascade = CascadeType.PERSIST, optional = false)
  @JoinColumn(name = "revision_id")
  private Revision revision;

  @Column(name = "primary_clone_id")
  private UUID primaryCloneId;

  @Embedded private ImportedFrom importedFrom;

  @Column(name = "suspension_reason", length = Revision.REASON_LENGTH)
  private String suspensionReason;

  protected Voice() {}

  /**
   * What a voice is from its first day.
   *
   * @param language a BCP 47 tag
   */
  public record Identity(Alias alias, UUID brandId, UUID talentId, String language) {}

  public Voice(
      Instant now, Identity identity, String name, String description, Revision.Choice choice) {
    super(now);
    this.alias = identity.alias();
    this.brandId = identity.brandId();
    this.talentId = identity.talentId();
    this.language = identity.language();
    this.origin = VoiceOrigin.CLONED;
    this.state = VoiceState.DRAFT;
    describe(name, description);
    this.revision = new Revision(now, getId(), 1, choice);
  }

  /** A voice that a provider had before Timbre knew it; it is approved like any other. */
  public Voice(
      Instant now,
      Identity identity,
      String name,
      String description,
      Revision.Choice choice,
      ImportedFrom importedFrom) {
    this(now, identity, name, description, choice);
    this.origin = VoiceOrigin.IMPORTED;
    this.importedFrom = importedFrom;
  }

  /** Name and description are not part of what is approved and may change at any time. */
  public final void describe(String newName, String newDescription) {
    this.name = Texts.required("name", newName, NAME_LENGTH);
    this.description = Texts.optional("description", newDescription, DESCRIPTION_LENGTH);
  }

  public void choose(Revision.Choice choice) {
    require("change", EnumSet.of(VoiceState.DRAFT));
    revision.choose(choice);
  }

  /** Freezes the revision and asks for approval. */
  public void submit(Instant now, Actor by, UUID consentVersion) {
    require("submit", EnumSet.of(VoiceState.DRAFT));
    revision.submit(now, by, consentVersion);
    state = VoiceState.SUBMITTED;
  }

  /** The go-ahead to clone. */
  public void approve(Instant now, Actor by) {
    require("approve", EnumSet.of(VoiceState.SUBMITTED));
    requireSomebodyElse(by);
    revision.decide(now, by, null);
    state = VoiceState.APPROVED;
  }

  public void reject(Instant now, Actor by, String reason) {
    require("reject", EnumSet.of(VoiceState.SUBMITTED));
    requireSomebodyElse(by);
    revision.decide(now, by, Texts.required("reason", reason, Revision.REASON_LENGTH));
    state = VoiceState.REJECTED;
  }

  /** Opens a new revision after a rejection. */
  public void revise(Instant now) {
    require("revise", EnumSet.of(VoiceState.REJECTED));
    revision = revision.next(now);
    state = VoiceState.DRAFT;
  }

  /** The clone's preview was heard and found good: from now on the voice speaks with it. */
  public void accept(Actor by, Clone clone) {
    // a live voice may be given a new clone of the same revision
    require("accept", EnumSet.of(VoiceState.APPROVED, VoiceState.LIVE));
    requireSomebodyElse(by);
    clone.requireAcceptable(revision);
    primaryCloneId = clone.getId();
    state = VoiceState.LIVE;
  }

  public void suspend(String reason) {
    require("suspend", EnumSet.of(VoiceState.LIVE));
    suspensionReason = Texts.required("reason", reason, Revision.REASON_LENGTH);
    state = VoiceState.SUSPENDED;
  }

  public void resume() {
    require("resume", EnumSet.of(VoiceState.SUSPENDED));
    suspensionReason = null;
    state = VoiceState.LIVE;
  }

  /** Final; the alias stays taken. */
  public void retire() {
    require("retire", EnumSet.of(VoiceState.APPROVED, VoiceState.SUSPENDED));
    state = VoiceState.RETIRED;
  }

  private void require(String verb, Set<VoiceState> allowed) {
    if (!allowed.contains(state)) {
      throw new VoiceStateConflict(
          "Voice " + alias + " is " + state + "; to " + verb + " it, it must be " + allowed + ".");
    }
  }

  private void requireSomebodyElse(Actor by) {
    if (!by.isPerson()) {
      throw new NotAllowed("person-needed", "Only a person decides on a voice, not a client.");
    }
    if (by.equals(revision.getSubmitter())) {
      throw new SamePersonRefused();
    }
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

  public VoiceState getState() {
    return state;
  }

  /** The revision that counts now. */
  public Revision getRevision() {
    return revision;
  }

  public UUID getPrimaryCloneId() {
    return primaryCloneId;
  }

  /** Where it was found; null when Timbre made it. */
  public ImportedFrom getImportedFrom() {
    return importedFrom;
  }

  public String getSuspensionReason() {
    return suspensionReason;
  }
}
