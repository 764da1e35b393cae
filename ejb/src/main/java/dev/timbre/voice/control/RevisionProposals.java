package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.error.Invalid;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceStateConflict;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Changes what was approved before: a new revision is prepared beside the one that counts, and the
 * voice goes on as it is until the new one is accepted.
 */
@Stateless
@RolesAllowed({"curator", "voices:write"})
public class RevisionProposals {

  @Inject Voices voices;
  @Inject ChoiceCheck choices;
  @Inject CloneRequests requests;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * The new revision's id.
   *
   * @throws VoiceStateConflict when the voice was not approved, or another revision is proposed
   * @throws Invalid when recording, prompt and consent do not go together
   */
  @Audited(AuditAction.VOICE_PROPOSE)
  public UUID propose(UUID voiceId, Long version, Revision.Choice choice) {
    return idempotency.once(
        () -> {
          Voice seen = voices.get(voiceId);
          access.requireBrand(seen.getBrandId(), Role.CURATOR);
          choices.requireKnown(seen.getTalentId());
          Voice voice = VersionCheck.of(voices.getForChange(voiceId), version);
          choices.requireFittingProposal(voice, choice);
          Revision proposed = voice.propose(clock.instant(), choice);
          trail.done(
              AuditAction.VOICE_PROPOSE,
              voiceId,
              Change.of("revision", voice.getRevision().getNumber(), proposed.getNumber()),
              Change.to("recording", choice.recordingId()),
              Change.to("consent", choice.consentId()));
          return proposed.getId();
        });
  }

  /**
   * Gives up what is proposed; the voice stays as it is. What was sent to a provider for it lapses
   * there, or is deleted like any other clone.
   */
  @Audited(AuditAction.VOICE_ABANDON)
  @RolesAllowed({"curator", "approver", "voices:write"})
  public Voice abandon(UUID voiceId, Long version) {
    access.requireBrand(voices.get(voiceId).getBrandId(), Role.CURATOR, Role.APPROVER);
    Voice voice = VersionCheck.of(voices.getForChange(voiceId), version);
    Revision given = voice.abandon();
    requests.cancel(given);
    trail.done(AuditAction.VOICE_ABANDON, voiceId, Change.to("revision", given.getNumber()));
    return voice;
  }
}
