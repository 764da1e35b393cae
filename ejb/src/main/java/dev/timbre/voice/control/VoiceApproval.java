package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentCheck;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** An approver's decisions. The one who submitted a voice decides nothing about it. */
@Stateless
@RolesAllowed("approver")
public class VoiceApproval {

  @Inject Voices voices;
  @Inject Clones clones;
  @Inject ProviderAccounts accounts;
  @Inject CloneRequests requests;
  @Inject ConsentCheck consents;
  @Inject Access access;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * The go-ahead: a clone is ordered in the same transaction.
   *
   * @param accountId where to clone; null for the preferred account
   */
  @Audited(AuditAction.VOICE_APPROVE)
  public Voice approve(UUID id, Long version, UUID accountId) {
    Voice voice = VersionCheck.of(approvable(id), version);
    consents.requireInForce(voice.getRevision().getConsentId());
    UUID account =
        accountId == null ? accounts.preferred().getId() : accounts.get(accountId).getId();
    voice.approve(clock.instant(), access.actor());
    trail.done(
        AuditAction.VOICE_APPROVE, id, Change.to("revision", voice.getRevision().getNumber()));
    requests.request(voice, account);
    return voice;
  }

  @Audited(AuditAction.VOICE_REJECT)
  public Voice reject(UUID id, Long version, String reason) {
    Voice voice = VersionCheck.of(approvable(id), version);
    voice.reject(clock.instant(), access.actor(), reason);
    trail.done(
        AuditAction.VOICE_REJECT, id, Change.to("revision", voice.getRevision().getNumber()));
    return voice;
  }

  /**
   * The clone's preview was heard and found good: the voice goes live with it.
   *
   * @param cloneId null for the newest usable clone
   * @param riskAcknowledged must be true when the provider flagged the sample
   */
  @Audited(AuditAction.VOICE_ACCEPT)
  public Voice accept(UUID id, Long version, UUID cloneId, boolean riskAcknowledged) {
    Voice voice = VersionCheck.of(approvable(id), version);
    consents.requireInForce(voice.getRevision().getConsentId());
    Clone clone = cloneId == null ? newestClone(voice) : clones.get(cloneId);
    if (clone.isRisky() && !riskAcknowledged) {
      throw new Conflict(
          "risk-not-acknowledged",
          "The provider flagged the recording with content-risk class "
              + clone.getRiskType()
              + "; acknowledge it to accept the voice, or reject the recording.");
    }
    voice.accept(access.actor(), clone);
    trail.done(
        AuditAction.VOICE_ACCEPT,
        id,
        Change.to("clone", clone.getId()),
        Change.to("risk", clone.isRisky() ? clone.getRiskType() : null));
    return voice;
  }

  /** Orders another clone of the approved revision, for example after the first one failed. */
  @Audited(AuditAction.CLONE_REQUEST)
  public UUID requestClone(UUID id, UUID accountId) {
    Voice voice = approvable(id);
    consents.requireInForce(voice.getRevision().getConsentId());
    UUID account =
        accountId == null ? accounts.preferred().getId() : accounts.get(accountId).getId();
    return requests.requestOnce(voice, account);
  }

  private Clone newestClone(Voice voice) {
    return clones
        .findUsable(voice.getRevision())
        .orElseThrow(
            () -> new Conflict("no-clone", "There is no usable clone; order a new one first."));
  }

  private Voice approvable(UUID id) {
    Voice voice = voices.get(id);
    access.requireBrand(voice.getBrandId(), Role.APPROVER);
    return voice;
  }
}
