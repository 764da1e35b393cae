package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.platform.error.Conflict;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.ImportedFrom;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Orders clones: the clone with its id and the work to make it, in the caller's transaction. */
@ApplicationScoped
class CloneRequests {

  private static final Set<VoiceState> CLONEABLE =
      EnumSet.of(VoiceState.APPROVED, VoiceState.LIVE, VoiceState.SUSPENDED);

  @Inject Clones clones;
  @Inject OperationQueue queue;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** The new clone's id. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID request(Voice voice, UUID accountId) {
    if (voice.getRevision().getRecordingId() == null) {
      return adopt(voice);
    }
    Clone clone = new Clone(clock.instant(), voice.getAlias(), voice.getRevision(), accountId);
    clones.add(clone);
    trail.done(
        AuditAction.CLONE_REQUEST,
        clone.getId(),
        Change.to("voice", voice.getId()),
        Change.to("account", accountId),
        Change.to("providerVoiceId", clone.getProviderVoiceId()));
    queue.enqueue(Cloning.KIND, clone.getId());
    return clone.getId();
  }

  /** An imported voice is cloned already: what was found at the provider becomes its clone. */
  private UUID adopt(Voice voice) {
    ImportedFrom origin = voice.getImportedFrom();
    if (clones.isKnown(origin.providerVoiceId())) {
      throw new Conflict(
          "nothing-to-clone-from",
          "Voice "
              + voice.getAlias()
              + " was imported and has no recording to clone from; revise it with a recording.");
    }
    Clone clone = new Clone(clock.instant(), voice.getRevision(), origin);
    clones.add(clone);
    trail.done(
        AuditAction.CLONE_REQUEST,
        clone.getId(),
        Change.to("voice", voice.getId()),
        Change.to("account", origin.accountId()),
        Change.to("importedVoiceId", origin.providerVoiceId()));
    return clone.getId();
  }

  /** As above, once for an idempotency key, and not while another clone is there or under way. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID requestOnce(Voice voice, UUID accountId) {
    return idempotency.once(
        () -> {
          if (!CLONEABLE.contains(voice.getState())) {
            throw new Conflict(
                "voice-not-approved",
                "Voice " + voice.getAlias() + " is " + voice.getState() + "; it must be approved.");
          }
          if (clones.findUsable(voice.getRevision()).isPresent()) {
            throw new Conflict(
                "clone-exists", "The voice has a usable clone, or one is being made.");
          }
          return request(voice, accountId);
        });
  }
}
