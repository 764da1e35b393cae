package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentCheck;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import dev.timbre.voice.entity.Alias;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/**
 * A curator's work on a voice: register, change, submit, and revise after a rejection. Where a
 * revision is proposed beside the one that counts, it is that one which changes.
 */
@Stateless
@RolesAllowed({"curator", "voices:write"})
public class VoiceRegistration {

  @Inject Voices voices;
  @Inject Brands brands;
  @Inject ChoiceCheck choices;
  @Inject ConsentCheck consents;
  @Inject ApprovalNotices asking;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * @throws Conflict when the alias was ever given to a voice
   * @throws Invalid when alias, recording, prompt and consent do not go together
   */
  @Audited(AuditAction.VOICE_CREATE)
  public UUID register(VoiceDraft draft) {
    return idempotency.once(
        () -> {
          Alias alias = new Alias(draft.alias());
          Brand brand = brandOf(alias);
          access.requireBrand(brand.getId(), Role.CURATOR);
          if (voices.find(alias.value()).isPresent()) {
            throw new Conflict(
                    "alias-taken", "Alias " + alias + " was given to a voice; take another one.")
                .about(alias);
          }
          UUID talentId = choices.requireFitting(brand.getId(), null, draft.choice());
          Voice voice =
              new Voice(
                  clock.instant(),
                  new Voice.Identity(alias, brand.getId(), talentId, language(draft)),
                  draft.name(),
                  draft.description(),
                  draft.choice());
          voices.add(voice);
          trail.done(
              AuditAction.VOICE_CREATE,
              voice.getId(),
              Change.to("alias", alias),
              Change.to("recording", draft.choice().recordingId()),
              Change.to("consent", draft.choice().consentId()));
          return voice.getId();
        });
  }

  /** Changes name, description or, in a draft, the choice; null leaves a part as it is. */
  @Audited(AuditAction.VOICE_UPDATE)
  public Voice update(
      UUID id, Long version, String name, String description, Revision.Choice choice) {
    Voice voice = VersionCheck.of(curated(id), version);
    choices.requireKnown(voice.getTalentId());
    String nameBefore = voice.getName();
    String descriptionBefore = voice.getDescription();
    UUID recordingBefore = voice.getPending().getRecordingId();
    voice.describe(
        name == null ? nameBefore : name, description == null ? descriptionBefore : description);
    if (choice != null) {
      if (voice.getImportedFrom() == null) {
        choices.requireFitting(voice.getBrandId(), voice.getTalentId(), choice);
      } else {
        choices.requireFittingImport(voice.getBrandId(), voice.getTalentId(), choice);
      }
      voice.choose(choice);
      voices.changed(voice);
    }
    trail.done(
        AuditAction.VOICE_UPDATE,
        id,
        // free words, which may name the talent, so the log says no more than that
        Change.to("words", isSame(voice, nameBefore, descriptionBefore) ? null : "changed"),
        Change.of("recording", recordingBefore, voice.getPending().getRecordingId()));
    return voice;
  }

  /**
   * Freezes the revision and asks for approval. The consent must be in force and cover the voice.
   */
  @Audited(AuditAction.VOICE_SUBMIT)
  public Voice submit(UUID id, Long version) {
    curated(id);
    // locked before its consent, as whoever ends the consent locks them
    Voice voice = VersionCheck.of(voices.getForChange(id), version);
    ConsentVersion consent = consents.requireInForce(voice.getPending().getConsentId());
    choices.requireCovered(consent, voice);
    voice.submit(clock.instant(), access.actor(), consent.getId());
    voices.changed(voice);
    trail.done(
        AuditAction.VOICE_SUBMIT,
        id,
        Change.to("revision", voice.getPending().getNumber()),
        Change.to("consentVersion", consent.getId()));
    asking.announce(voice);
    return voice;
  }

  /** Opens a new revision of a rejected voice. */
  @Audited(AuditAction.VOICE_REVISE)
  public Voice revise(UUID id, Long version) {
    Voice voice = VersionCheck.of(curated(id), version);
    choices.requireKnown(voice.getTalentId());
    int before = voice.getPending().getNumber();
    voice.revise(clock.instant());
    trail.done(
        AuditAction.VOICE_REVISE,
        id,
        Change.of("revision", before, voice.getPending().getNumber()));
    return voice;
  }

  private static boolean isSame(Voice voice, String name, String description) {
    return voice.getName().equals(name) && Objects.equals(voice.getDescription(), description);
  }

  private Voice curated(UUID id) {
    Voice voice = voices.get(id);
    access.requireBrand(voice.getBrandId(), Role.CURATOR);
    return voice;
  }

  private Brand brandOf(Alias alias) {
    String slug = alias.brandSlug();
    return brands
        .findBySlug(slug)
        .orElseThrow(
            () ->
                new NotFound(
                    "brand-not-found",
                    "Alias " + alias + " begins with '" + slug + "', which is no brand's slug."));
  }

  private static String language(VoiceDraft draft) {
    ConsentScope.primary(draft.language());
    return draft.language();
  }
}
