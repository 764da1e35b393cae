package dev.timbre.voice.control;

import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.Recordings;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.error.Violation;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Whether recording, prompt, talent and consent of a revision go together. */
@ApplicationScoped
class ChoiceCheck {

  @Inject Recordings recordings;
  @Inject Consents consents;
  @Inject Clock clock;

  /**
   * The talent whose voice it is.
   *
   * @param talentId null while it is still open
   * @throws Invalid naming the part that does not fit
   */
  public UUID requireFitting(UUID brandId, UUID talentId, Revision.Choice choice) {
    require(choice.recordingId() != null, "recordingId", "required", "Choose a recording.");
    return requireFittingImport(brandId, talentId, choice);
  }

  /**
   * As above, for a revision beside the one that counts. The clone that an imported voice came with
   * belongs to its first revision, so that another one needs something to clone from.
   */
  public UUID requireFittingProposal(Voice voice, Revision.Choice choice) {
    require(
        choice.recordingId() != null || voice.getImportedFrom() == null,
        "recordingId",
        "import-needs-recording",
        "Voice "
            + voice.getAlias()
            + " was imported, and its clone belongs to the revision that was approved. A new"
            + " revision needs a recording to clone from; name and description change without"
            + " one.");
    return requireFitting(voice.getBrandId(), voice.getTalentId(), choice);
  }

  /** As above, for a voice found at a provider, which needs no recording to clone from. */
  public UUID requireFittingImport(UUID brandId, UUID talentId, Revision.Choice choice) {
    requirePresent(choice);
    UUID talent = requireConsent(brandId, talentId, consents.get(choice.consentId()));
    requireKnown(talent);
    if (choice.recordingId() != null) {
      Recording source = recordings.get(choice.recordingId());
      requireRecording("recordingId", source, RecordingPurpose.CLONE_SOURCE, brandId, talent);
    }
    if (choice.promptRecordingId() != null) {
      Recording prompt = recordings.get(choice.promptRecordingId());
      requireRecording("promptRecordingId", prompt, RecordingPurpose.CLONE_PROMPT, brandId, talent);
      require(
          prompt.getTranscript() != null,
          "promptRecordingId",
          "prompt-without-transcript",
          "The prompt has no transcript; upload it again with one.");
    }
    return talent;
  }

  /**
   * Whether something may be noted of a talent; an erasure waits until it is. To be asked before
   * anything else of theirs is locked.
   *
   * @throws dev.timbre.platform.error.Conflict when the talent's data were erased
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireKnown(UUID talentId) {
    consents.getKnownTalent(talentId);
  }

  /**
   * @throws NotAllowed when brand or language of the voice lie outside the consent
   */
  public void requireCovered(ConsentVersion consent, Voice voice) {
    ConsentScope scope = consent.scope();
    if (!scope.brandIds().contains(voice.getBrandId())
        || !scope.languages().contains(ConsentScope.primary(voice.getLanguage()))) {
      throw new NotAllowed(
          "consent-does-not-cover",
          "The consent covers languages "
              + scope.languages()
              + " and its own brands, but not this voice in "
              + voice.getLanguage()
              + "; ask the talent to extend it.");
    }
  }

  private UUID requireConsent(UUID brandId, UUID talentId, Consent consent) {
    UUID talent = consent.getTalent().getId();
    require(
        talentId == null || talentId.equals(talent),
        "consentId",
        "consent-of-another-talent",
        "The consent is another talent's; choose one of the voice's own talent.");
    require(
        consent.versionsFrom(clock.instant()).stream()
            .anyMatch(version -> version.scope().brandIds().contains(brandId)),
        "consentId",
        "consent-for-another-brand",
        "The consent does not name this brand; ask the talent to extend it.");
    return talent;
  }

  private static void requirePresent(Revision.Choice choice) {
    require(choice.consentId() != null, "consentId", "required", "Choose a consent.");
    require(choice.options() != null, "options", "required", "Give the options.");
  }

  private static void requireRecording(
      String field, Recording recording, RecordingPurpose purpose, UUID brandId, UUID talentId) {
    require(
        recording.getPurpose() == purpose,
        field,
        "recording-purpose",
        "The recording was uploaded as "
            + recording.getPurpose().wireName()
            + ", but "
            + purpose.wireName()
            + " is needed.");
    require(
        recording.getBrandId() == null || Objects.equals(recording.getBrandId(), brandId),
        field,
        "recording-of-another-brand",
        "The recording belongs to another brand.");
    require(
        recording.getTalentId() == null || Objects.equals(recording.getTalentId(), talentId),
        field,
        "recording-of-another-talent",
        "The recording is of another talent than the consent.");
  }

  private static void require(boolean right, String field, String rule, String message) {
    if (!right) {
      throw new Invalid(rule, message, List.of(new Violation(field, rule, "", "", message)));
    }
  }
}
