package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.platform.error.Conflict;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Orders the deletion of a clone at its provider. */
@Stateless
@RolesAllowed("approver")
public class CloneDeletion {

  /** The kind of operation that deletes a clone. */
  public static final String WORK = CloneDeletionWork.KIND;

  @Inject Clones clones;
  @Inject Voices voices;
  @Inject AcceptableClones acceptable;
  @Inject CloneDecisions decisions;
  @Inject OperationQueue queue;
  @Inject Access access;
  @Inject AuditTrail trail;

  /** Every clone that rests on a consent, of the brands that the caller may see. */
  @RolesAllowed({"curator", "approver", "auditor", "admin"})
  public List<Clone> restingOn(UUID consentId) {
    return clones.restingOn(consentId).stream()
        .filter(clone -> access.maySee(voices.get(clone.getRevision().getVoiceId()).getBrandId()))
        .toList();
  }

  /**
   * A deletion that waits for its next attempt is attempted now.
   *
   * @throws Conflict when no deletion of the clone is waiting
   */
  @Audited(AuditAction.CLONE_DELETE)
  @RolesAllowed({"curator", "approver"})
  public void hasten(UUID cloneId) {
    Voice voice = voices.get(clones.get(cloneId).getRevision().getVoiceId());
    access.requireBrand(voice.getBrandId(), Role.CURATOR, Role.APPROVER);
    if (!queue.hasten(CloneDeletionWork.KIND, cloneId)) {
      throw new Conflict("deletion-not-waiting", "No deletion of this clone is waiting.");
    }
    trail.intended(AuditAction.CLONE_DELETE, cloneId);
  }

  /**
   * The operation to watch.
   *
   * @throws Conflict while a live voice speaks with the clone
   */
  @Audited(AuditAction.CLONE_DELETE)
  public UUID delete(UUID cloneId) {
    Voice voice = decidable(clones.get(cloneId).getRevision().getVoiceId());
    Clone clone = clones.getForChange(cloneId);
    if (voice.getState() == VoiceState.LIVE && cloneId.equals(voice.getPrimaryCloneId())) {
      throw new Conflict(
              "clone-in-use",
              "Voice " + voice.getAlias() + " is live with this clone; suspend the voice first.")
          .about(voice.getAlias());
    }
    CloneState before = clone.getState();
    clone.delete();
    acceptable.decided(cloneId);
    decisions.gone(cloneId);
    trail.intended(AuditAction.CLONE_DELETE, cloneId, Change.of("state", before, clone.getState()));
    return queue.enqueue(CloneDeletionWork.KIND, cloneId);
  }

  /** The voice with its row locked before its clone's, so that it does not go live meanwhile. */
  private Voice decidable(UUID voiceId) {
    access.requireBrand(voices.get(voiceId).getBrandId(), Role.APPROVER);
    return voices.getForChange(voiceId);
  }
}
