package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentCheck;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.ImportedFrom;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.RevisionState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders clones: the clone with its id and the work to make it, in the caller's transaction. */
@ApplicationScoped
class CloneRequests {

  private static final Set<VoiceState> CLONEABLE =
      EnumSet.of(VoiceState.APPROVED, VoiceState.LIVE, VoiceState.SUSPENDED);

  private static final ProviderFault ABANDONED =
      new ProviderFault(
          "revision-abandoned",
          "The revision was abandoned before anything was sent to the provider.",
          null,
          "Propose a new revision.");

  private static final ProviderFault RETIRED =
      new ProviderFault(
          "voice-retired",
          "The voice was retired before anything was sent to the provider.",
          null,
          "Register a new voice.");

  @Inject Voices voices;
  @Inject Clones clones;
  @Inject CloneDecisions decisions;
  @Inject CurrentActor actor;
  @Inject ProviderAccounts accounts;
  @Inject ConsentCheck consents;
  @Inject OperationQueue queue;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * The new clone's id.
   *
   * @param revision an approved one of the voice
   * @param accountId where to clone; null for the preferred account
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID request(Voice voice, Revision revision, UUID accountId) {
    if (revision.getRecordingId() == null) {
      return adopt(voice, revision);
    }
    UUID account =
        accountId == null ? accounts.preferred().getId() : accounts.get(accountId).getId();
    Clone clone = new Clone(clock.instant(), voice.getAlias(), revision, account);
    clones.add(clone);
    trail.done(
        AuditAction.CLONE_REQUEST,
        clone.getId(),
        Change.to("voice", voice.getId()),
        Change.to("revision", revision.getNumber()),
        Change.to("account", account),
        Change.to("providerVoiceId", clone.getProviderVoiceId()));
    queue.enqueue(Cloning.KIND, clone.getId());
    return clone.getId();
  }

  /** An imported voice is cloned already: what was found at the provider becomes its clone. */
  private UUID adopt(Voice voice, Revision revision) {
    ImportedFrom origin = voice.getImportedFrom();
    if (clones.isKnown(origin.providerVoiceId())) {
      throw new Conflict(
              "nothing-to-clone-from",
              "Voice "
                  + voice.getAlias()
                  + " was imported and has no recording to clone from; revise it with a recording.")
          .about(voice.getAlias());
    }
    Clone clone = new Clone(clock.instant(), revision, origin);
    clones.add(clone);
    trail.done(
        AuditAction.CLONE_REQUEST,
        clone.getId(),
        Change.to("voice", voice.getId()),
        Change.to("account", origin.accountId()),
        Change.to("importedVoiceId", origin.providerVoiceId()));
    return clone.getId();
  }

  /**
   * As above, once for an idempotency key, for the revision that lacks a clone: the one that counts
   * before the one that is proposed.
   *
   * @param voice with its row locked, so that nobody else orders one meanwhile
   * @throws Conflict when no approved revision lacks one
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID requestOnce(Voice voice, UUID accountId) {
    return idempotency.once(
        () -> {
          if (!CLONEABLE.contains(voice.getState())) {
            throw new Conflict(
                    "voice-not-approved",
                    "Voice "
                        + voice.getAlias()
                        + " is "
                        + voice.getState()
                        + "; it must be approved.")
                .about(voice.getAlias(), voice.getState());
          }
          Revision lacking = lacking(voice);
          consents.requireInForce(lacking.getConsentId());
          UUID made = request(voice, lacking, accountId);
          clones
              .findLost(lacking)
              .ifPresent(gone -> decisions.recloned(gone, voice, actor.get(), made));
          return made;
        });
  }

  /** Gives up the clones of an abandoned revision that nothing was sent for, and so paid for. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancel(Revision revision) {
    cancel(clones.unsent(revision).stream(), ABANDONED);
  }

  /** As above, of all revisions of a voice that is retired. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancelAll(Voice voice) {
    List<Revision> revisions = voices.revisionsOf(voice.getId());
    cancel(revisions.stream().flatMap(revision -> clones.unsent(revision).stream()), RETIRED);
  }

  private void cancel(Stream<Clone> unsent, ProviderFault why) {
    clones.getForChange(unsent.map(Clone::getId).toList()).stream()
        .filter(Clone::isUnsent)
        .forEach(clone -> giveUp(clone, why));
  }

  private void giveUp(Clone clone, ProviderFault why) {
    CloneState before = clone.getState();
    clone.fail(clock.instant(), why);
    trail.ended(
        AuditAction.CLONE_SEND,
        clone.getId(),
        AuditOutcome.FAILED,
        why.code(),
        null,
        Change.of("state", before, clone.getState()));
  }

  private Revision lacking(Voice voice) {
    return Stream.of(voice.getRevision(), voice.getPending())
        .filter(
            revision ->
                revision.equals(voice.getRevision())
                    || revision.getState() == RevisionState.APPROVED)
        .filter(revision -> clones.findUsable(revision).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new Conflict(
                    "clone-exists", "The voice has a usable clone, or one is being made."));
  }
}
