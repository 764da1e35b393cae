package dev.timbre.voice.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
public class Voice extends VoiceProfile {

  private static final long serialVersionUID = 1L;

  /** In these, a new revision is prepared beside the one that counts. */
  private static final Set<VoiceState> PROPOSABLE =
      EnumSet.of(VoiceState.APPROVED, VoiceState.LIVE, VoiceState.SUSPENDED);

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private VoiceState state;

  @OneToOne(cascade = {CascadeType.PERSIST, CascadeType.REFRESH})
  @JoinColumn(name = "revision_id", nullable = false)
  private Revision revision;

  @OneToOne(cascade = {CascadeType.PERSIST, CascadeType.REFRESH})
  @JoinColumn(name = "proposal_id")
  private Revision proposal;

  @Column(name = "last_revision", nullable = false)
  private int lastRevision;

  @Column(name = "primary_clone_id")
  private UUID primaryCloneId;

  @Column(name = "suspension_reason", length = Revision.REASON_LENGTH)
  private String suspensionReason;

  protected Voice() {}

  public Voice(
      Instant now, Identity identity, String name, String description, Revision.Choice choice) {
    this(now, identity, name, description, choice, null);
  }

  /**
   * @param importedFrom where a provider had it before Timbre knew it; it is approved like any
   *     other. Null for a voice that Timbre clones
   */
  public Voice(
      Instant now,
      Identity identity,
      String name,
      String description,
      Revision.Choice choice,
      ImportedFrom importedFrom) {
    super(now, identity, importedFrom);
    describe(name, description);
    this.state = VoiceState.DRAFT;
    this.revision = new Revision(now, getId(), choice);
    this.lastRevision = revision.getNumber();
  }

  /**
   * Begins a new revision beside the one that counts, which stays as it is until the new one is
   * accepted.
   *
   * @throws VoiceStateConflict while another one is being prepared
   */
  public Revision propose(Instant now, Revision.Choice choice) {
    require("propose a revision of", PROPOSABLE);
    if (proposal != null) {
      proposal.requireState("replace", RevisionState.REJECTED);
    }
    proposal = revision.successor(now, ++lastRevision, choice);
    return proposal;
  }

  public void choose(Revision.Choice choice) {
    pending("change", VoiceState.DRAFT, RevisionState.DRAFT).choose(choice);
  }

  /** Freezes the revision and asks for approval. */
  public void submit(Instant now, Actor by, UUID consentVersion) {
    pending("submit", VoiceState.DRAFT, RevisionState.DRAFT).submit(now, by, consentVersion);
    follow(VoiceState.SUBMITTED);
  }

  /**
   * An approver's go-ahead to clone.
   *
   * @param required how many different approvers the brand asks for, 1 or 2
   * @return whether it was the last one needed; false for the first of two
   */
  public boolean approve(Instant now, Actor by, int required) {
    Revision asked = pending("approve", VoiceState.SUBMITTED, RevisionState.SUBMITTED);
    boolean last = asked.approve(now, by, required);
    if (last) {
      follow(VoiceState.APPROVED);
    }
    return last;
  }

  public void reject(Instant now, Actor by, String reason) {
    pending("reject", VoiceState.SUBMITTED, RevisionState.SUBMITTED).reject(now, by, reason);
    follow(VoiceState.REJECTED);
  }

  /** Opens a new revision after a rejection, which begins with what was rejected. */
  public void revise(Instant now) {
    Revision rejected = pending("revise", VoiceState.REJECTED, RevisionState.REJECTED);
    Revision next = revision.successor(now, ++lastRevision, rejected.getChoice());
    if (proposal == null) {
      revision = next;
    } else {
      proposal = next;
    }
    follow(VoiceState.DRAFT);
  }

  /**
   * The clone's preview was heard and found good: from now on the voice speaks with it. Where it
   * realises the proposed revision, that is the one that counts now. A suspended voice stays so.
   */
  public void accept(Actor by, Clone clone) {
    boolean proposed = clone.getRevision().equals(proposal);
    if (proposed) {
      require("accept a revision of", PROPOSABLE);
      proposal.requireState("accept", RevisionState.APPROVED);
    } else {
      // a live voice may be given a new clone of the same revision
      require("accept", EnumSet.of(VoiceState.APPROVED, VoiceState.LIVE));
    }
    Revision accepted = proposed ? proposal : revision;
    accepted.requireSomebodyElse(by);
    requireAcceptable(clone, accepted);
    accepted.accepted();
    revision = accepted;
    proposal = proposed ? null : proposal;
    primaryCloneId = clone.getId();
    state = state == VoiceState.SUSPENDED ? state : VoiceState.LIVE;
  }

  private static void requireAcceptable(Clone clone, Revision approved) {
    if (!clone.getRevision().equals(approved)) {
      throw new VoiceStateConflict("The clone realises another revision than the approved one.");
    }
    if (!clone.getState().speaks()) {
      throw new VoiceStateConflict(
          "The clone is "
              + clone.getState()
              + "; only a provisional or permanent clone can be accepted.");
    }
    PreviewState heard = clone.getPreview().state();
    if (heard != PreviewState.STORED) {
      throw new VoiceStateConflict(
          "There is no preview to hear (" + heard + "); activate the clone to hear it.");
    }
  }

  /**
   * Gives up what is proposed; everything else stays as it was.
   *
   * @throws VoiceStateConflict when nothing is proposed
   */
  public Revision abandon() {
    require("abandon a revision of", PROPOSABLE);
    if (proposal == null) {
      throw new VoiceStateConflict("No revision of voice " + getAlias() + " is proposed.");
    }
    Revision given = proposal;
    given.abandoned();
    proposal = null;
    return given;
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

  /** Final; the alias stays taken, and what is proposed is given up. */
  public void retire() {
    require("retire", EnumSet.of(VoiceState.APPROVED, VoiceState.SUSPENDED));
    if (proposal != null) {
      abandon();
    }
    state = VoiceState.RETIRED;
  }

  /** The revision that a verb is about: the proposed one where there is one. */
  private Revision pending(String verb, VoiceState alone, RevisionState proposed) {
    require(verb, proposal == null ? EnumSet.of(alone) : PROPOSABLE);
    if (proposal != null) {
      proposal.requireState(verb, proposed);
    }
    return getPending();
  }

  /** The voice's own state follows its revision only until one was approved. */
  private void follow(VoiceState next) {
    if (proposal == null) {
      state = next;
    }
  }

  private void require(String verb, Set<VoiceState> allowed) {
    if (!allowed.contains(state)) {
      throw new VoiceStateConflict(
          "Voice "
              + getAlias()
              + " is "
              + state
              + "; to "
              + verb
              + " it, it must be "
              + allowed
              + ".");
    }
  }

  public VoiceState getState() {
    return state;
  }

  /** The revision that counts now. */
  public Revision getRevision() {
    return revision;
  }

  /** What is to take its place once it is accepted, or was rejected; null when nothing is. */
  public Revision getProposal() {
    return proposal;
  }

  /** The one that is being prepared or decided on: the proposal, or else the one that counts. */
  public Revision getPending() {
    return proposal == null ? revision : proposal;
  }

  public UUID getPrimaryCloneId() {
    return primaryCloneId;
  }

  @Override
  public void erase() {
    super.erase();
    suspensionReason = null;
  }

  public String getSuspensionReason() {
    return suspensionReason;
  }
}
