package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import dev.timbre.voice.entity.Alias;
import dev.timbre.voice.entity.ImportedFrom;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Takes a voice that was found at a provider into the registry: as a draft that needs talent,
 * consent, submission and the approval of somebody else like any other. Only the recording is not
 * asked for, since nothing is cloned.
 */
@Stateless
@RolesAllowed({"curator", "voices:write"})
public class VoiceImport {

  /** The remedy's name, as the finding keeps it. */
  private static final String REMEDY = "import";

  @Inject FindingRegister findings;
  @Inject Voices voices;
  @Inject Brands brands;
  @Inject ChoiceCheck choices;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * @param findingId an open finding of an unknown voice, which this resolves
   * @param draft its choice may lack the recording
   * @throws Conflict when the alias is taken, the finding decided or the voice imported before
   * @throws Invalid when the voice is not a clone, or alias and consent do not go together
   */
  @Audited(AuditAction.VOICE_IMPORT)
  public UUID importAs(UUID findingId, VoiceDraft draft) {
    return idempotency.once(
        () -> {
          Alias alias = new Alias(draft.alias());
          Brand brand = brandOf(alias);
          access.requireBrand(brand.getId(), Role.CURATOR);
          choices.requireKnown(draft.choice()); // locked before the finding
          Finding finding = findings.toSettle(findingId, FindingKind.VOICE_UNKNOWN);
          ImportedFrom origin = originOf(finding);
          requireNew(alias, origin);
          Voice voice = write(alias, brand, origin, draft);
          findings.settled(finding, access.actor(), REMEDY);
          return voice.getId();
        });
  }

  private Voice write(Alias alias, Brand brand, ImportedFrom origin, VoiceDraft draft) {
    ConsentScope.primary(draft.language());
    UUID talent = choices.requireFittingImport(brand.getId(), null, draft.choice());
    Voice voice =
        new Voice(
            clock.instant(),
            new Voice.Identity(alias, brand.getId(), talent, draft.language()),
            draft.name(),
            draft.description(),
            draft.choice(),
            origin);
    voices.add(voice);
    trail.done(
        AuditAction.VOICE_IMPORT,
        voice.getId(),
        Change.to("alias", alias),
        Change.to("account", origin.accountId()),
        Change.to("providerVoiceId", origin.providerVoiceId()),
        Change.to("consent", draft.choice().consentId()));
    return voice;
  }

  private static ImportedFrom originOf(Finding finding) {
    if (!Boolean.parseBoolean(finding.getFacts().get("cloned"))) {
      throw new Invalid(
          "import-not-cloned",
          "The voice was designed from a description; only a cloned voice can be imported.");
    }
    return new ImportedFrom(
        UUID.fromString(finding.getFacts().get("account")),
        finding.getFacts().get("providerVoiceId"));
  }

  private void requireNew(Alias alias, ImportedFrom origin) {
    if (voices.find(alias.value()).isPresent()) {
      throw new Conflict(
              "alias-taken", "Alias " + alias + " was given to a voice; take another one.")
          .about(alias);
    }
    voices
        .findImported(origin.providerVoiceId())
        .ifPresent(
            earlier -> {
              throw new Conflict(
                      "voice-imported",
                      "The provider's voice was imported as " + earlier.getAlias() + " already.")
                  .about(earlier.getAlias());
            });
  }

  private Brand brandOf(Alias alias) {
    return brands
        .findBySlug(alias.brandSlug())
        .orElseThrow(
            () ->
                new NotFound(
                    "brand-not-found",
                    "Alias "
                        + alias
                        + " begins with '"
                        + alias.brandSlug()
                        + "', which is no brand's slug."));
  }
}
