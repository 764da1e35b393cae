package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentCheck;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Revision;
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
  @Inject Brands brands;
  @Inject AcceptableClones acceptable;
  @Inject CloneRequests requests;
  @Inject ApprovalNotices asking;
  @Inject ConsentCheck consents;
  @Inject Access access;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * The go-ahead of one approver. The last one that the brand asks for orders a clone in the same
   * transaction.
   *
   * @param accountId where the last of them wants it cloned; null for the preferred account
   * @throws dev.timbre.platform.error.Conflict when the caller has approved it before
   */
  @Audited(AuditAction.VOICE_APPROVE)
  public Voice approve(UUID id, Long version, UUID accountId) {
    Voice voice = decidable(id, version);
    Revision asked = voice.getPending();
    consents.requireInForce(asked.getConsentId());
    int required = brands.get(voice.getBrandId()).getApprovalsRequired();
    boolean last = voice.approve(clock.instant(), access.actor(), required);
    voices.changed(voice);
    trail.done(
        AuditAction.VOICE_APPROVE,
        id,
        Change.to("revision", asked.getNumber()),
        Change.to("approvalsMissing", last ? 0 : 1));
    if (last) {
      requests.request(voice, asked, accountId);
    } else {
      asking.announce(voice);
    }
    return voice;
  }

  @Audited(AuditAction.VOICE_REJECT)
  public Voice reject(UUID id, Long version, String reason) {
    Voice voice = decidable(id, version);
    Revision asked = voice.getPending();
    voice.reject(clock.instant(), access.actor(), reason);
    voices.changed(voice);
    trail.done(AuditAction.VOICE_REJECT, id, Change.to("revision", asked.getNumber()));
    return voice;
  }

  /**
   * The clone's preview was heard and found good: the voice goes live with it.
   *
   * @param cloneId null for the newest usable clone of what is pending
   * @param riskAcknowledged must be true when the provider flagged the sample
   */
  @Audited(AuditAction.VOICE_ACCEPT)
  public Voice accept(UUID id, Long version, UUID cloneId, boolean riskAcknowledged) {
    Voice voice = decidable(id, version);
    Clone clone = acceptable.choose(voice, cloneId, riskAcknowledged);
    int before = voice.getRevision().getNumber();
    voice.accept(access.actor(), clone);
    acceptable.decided(clone.getId());
    trail.done(
        AuditAction.VOICE_ACCEPT,
        id,
        Change.of("revision", before, clone.getRevision().getNumber()),
        Change.to("clone", clone.getId()),
        Change.to("risk", clone.isRisky() ? clone.getRiskType() : null));
    return voice;
  }

  /**
   * Orders another clone of the approved revision, for example after the first one failed. Of two
   * who order one at the same moment, the second finds that it is being made.
   */
  @Audited(AuditAction.CLONE_REQUEST)
  public UUID requestClone(UUID id, UUID accountId) {
    return requests.requestOnce(decidable(id, null), accountId);
  }

  /** The voice with its row locked; whoever ends a consent locks the voices before it as well. */
  private Voice decidable(UUID id, Long version) {
    approvable(id);
    return VersionCheck.of(voices.getForChange(id), version);
  }

  private Voice approvable(UUID id) {
    Voice voice = voices.get(id);
    access.requireBrand(voice.getBrandId(), Role.APPROVER);
    return voice;
  }
}
