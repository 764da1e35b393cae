package dev.timbre.voice.entity;

import dev.timbre.provider.entity.ProviderFault;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * One realisation of a revision in one provider account. Its provider id is made and committed
 * before anything is sent, so that the same request can go out again and never makes a second
 * clone.
 */
@Entity
@Table(name = "clone")
public class Clone extends Realisation {

  private static final long serialVersionUID = 1L;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private CloneState state;

  @Embedded private UploadedFiles files;
  @Embedded private Sends sends = Sends.NONE;

  private Instant deadline;

  /** An earlier send had worked though its answer was lost. */
  @Column(nullable = false)
  private boolean adopted;

  /** A speech was lost, so it may be permanent already though nobody knows. */
  @Column(name = "use_unknown", nullable = false)
  private boolean useUnknown;

  /** The provider's content-risk class of the sample; null or 0 for none. */
  @Column(name = "risk_type")
  private Integer riskType;

  @Embedded private Preview preview = Preview.NONE;
  @Embedded private ProviderFault fault;

  @Column(name = "permanent_at")
  private Instant permanentAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Clone() {}

  public Clone(Instant now, Alias alias, Revision revision, UUID accountId) {
    super(now, revision, accountId, ProviderVoiceId.generate(alias));
    this.state = CloneState.REQUESTED;
  }

  /** It was there before Timbre knew it, and the provider lists only what has spoken: it stays. */
  public Clone(Instant now, Revision revision, ImportedFrom origin) {
    super(now, revision, origin.accountId(), origin.providerVoiceId());
    this.state = CloneState.PERMANENT;
    this.permanentAt = now;
  }

  /** The provider holds the recording, and the prompt if there is one. */
  public void uploaded(UploadedFiles uploaded) {
    require("upload for", EnumSet.of(CloneState.REQUESTED));
    files = uploaded;
  }

  /** To be committed before the request goes out. The first one starts the deadline. */
  public void send(Instant now) {
    require("send", EnumSet.of(CloneState.REQUESTED, CloneState.CLONING));
    sends = sends.another(now);
    deadline = CloneDeadline.of(sends.first());
    state = CloneState.CLONING;
  }

  /** Whether an earlier send may have made the clone, which a duplicate would prove. */
  public boolean isResend() {
    return sends.open() > 0;
  }

  /** Whether it is still to be made, and nothing has gone out that may have made it. */
  public boolean isUnsent() {
    return !isResend() && (state == CloneState.REQUESTED || state == CloneState.CLONING);
  }

  /** When every send so far must have ended at the provider, each of which may take so long. */
  public Instant quietAfter(Duration longestCall) {
    return sends.last() == null ? getCreatedAt() : sends.last().plus(longestCall);
  }

  /** The latest send was refused without being carried out. It may be tried again. */
  public void notCarriedOut() {
    sends = sends.withoutLatest();
  }

  /** The provider made it. A preview URL may be null. */
  public void cloned(Integer risk, String previewUrl, Instant previewUrlDies) {
    require("finish", EnumSet.of(CloneState.CLONING));
    riskType = risk;
    preview = previewUrl == null ? Preview.NONE : Preview.at(previewUrl, previewUrlDies);
    state = CloneState.PROVISIONAL;
    fault = null;
  }

  /**
   * The provider says that the id exists already.
   *
   * @return whether an earlier send made it, so that it is adopted; otherwise it is another's
   */
  public boolean duplicate() {
    require("adopt", EnumSet.of(CloneState.CLONING));
    if (!sends.hasEarlierOpen()) {
      return false;
    }
    adopted = true;
    cloned(null, null, null);
    return true;
  }

  public void fail(Instant now, ProviderFault why) {
    require("fail", EnumSet.of(CloneState.REQUESTED, CloneState.CLONING));
    end(CloneState.FAILED, now, why);
  }

  public void previewStored(String sha256) {
    preview = Preview.storedAs(sha256);
  }

  /** The copy did not work yet. What came to be stored in the meantime stays. */
  public void previewDelayed(String why) {
    preview = preview.notYet(why);
  }

  /** There will be no copy. What came to be stored in the meantime stays. */
  public void previewGivenUp(PreviewState end, String why) {
    preview = preview.given(end, why);
  }

  /** A real synthesis worked; true for the first, for which the provider charges the voice fee. */
  public boolean used(Instant now) {
    require("use", EnumSet.of(CloneState.PROVISIONAL, CloneState.PERMANENT));
    if (state == CloneState.PERMANENT) {
      return false;
    }
    state = CloneState.PERMANENT;
    permanentAt = now;
    return true;
  }

  /**
   * A synthesis worked that was under way when the deletion was ordered.
   *
   * @return true for the first one, for which the provider charged the voice fee all the same
   */
  public boolean usedLate(Instant now) {
    if (!state.isLeaving() || permanentAt != null) {
      return false;
    }
    permanentAt = now;
    return true;
  }

  /** Whether a speech with it ended so that nobody can tell whether it was spoken. */
  public void useLost(boolean unknown) {
    useUnknown = unknown && (useUnknown || state == CloneState.PROVISIONAL);
  }

  /** The provider says that it does not know the voice (any more). */
  public void gone(Instant now, ProviderFault why) {
    require("lose", EnumSet.of(CloneState.PROVISIONAL, CloneState.PERMANENT));
    end(state == CloneState.PERMANENT ? CloneState.MISSING : CloneState.LAPSED, now, why);
  }

  /** Whether the provider has surely deleted it. Where a speech was lost, nobody else knows. */
  public boolean hasSurelyLapsed(Instant now) {
    return !useUnknown && hasLapsedUnlessUsed(now);
  }

  /** Whether a list shows it as long as the provider has it; an unused one is in none. */
  public boolean hasSpoken() {
    return permanentAt != null;
  }

  /** Whether the provider has surely deleted it if nothing was spoken with it. */
  public boolean hasLapsedUnlessUsed(Instant now) {
    return sends.last() != null && CloneDeadline.hasSurelyLapsed(sends.last(), now);
  }

  /** Also what a list did not show, or what was given up once: the provider may have it still. */
  public void delete() {
    require("delete", CloneState.DELETABLE);
    goOn(CloneState.DELETING);
  }

  /** The provider lists it though it has ended here: it is there, so it is deleted (once more). */
  public void deleteListed() {
    require("delete", CloneState.ENDED);
    goOn(CloneState.DELETING);
  }

  /** The provider lists it again, and an approver says that it is to speak again. */
  public void restore() {
    require("take back", EnumSet.of(CloneState.MISSING));
    goOn(CloneState.PERMANENT);
  }

  /** Whether the provider may hold it, and it is worth while to have it deleted there. */
  public boolean isDeletable() {
    boolean impossible = state == CloneState.UNDELETABLE && fault.isUnsupported();
    return CloneState.DELETABLE.contains(state) && !impossible;
  }

  public void deleted(Instant now) {
    require("confirm the deletion of", EnumSet.of(CloneState.DELETING));
    end(CloneState.DELETED, now, null);
  }

  /** The provider does not delete it, so it stays there though nobody here may use it. */
  public void undeletable(Instant now, ProviderFault why) {
    require("give up the deletion of", EnumSet.of(CloneState.DELETING));
    end(CloneState.UNDELETABLE, now, why);
  }

  /** From an end or not: what was said of that end counts no more. */
  private void goOn(CloneState next) {
    state = next;
    fault = null;
    endedAt = null;
  }

  private void end(CloneState last, Instant now, ProviderFault why) {
    state = last;
    fault = why;
    endedAt = now;
  }

  private void require(String verb, Set<CloneState> allowed) {
    if (!allowed.contains(state)) {
      throw new VoiceStateConflict(
          "Clone %s is %s; to %s it, it must be %s.".formatted(getId(), state, verb, allowed));
    }
  }

  public CloneState getState() {
    return state;
  }

  /** Null until the samples are uploaded. */
  public UploadedFiles getFiles() {
    return files;
  }

  public Sends getSends() {
    return sends;
  }

  /** Until when a first speech is sure to find it; see {@link CloneDeadline}. */
  public Instant getDeadline() {
    return deadline;
  }

  public boolean isAdopted() {
    return adopted;
  }

  /** Whether the provider flagged the sample for risky content, so that an approver must know. */
  public boolean isRisky() {
    return riskType != null && riskType != 0;
  }

  public Integer getRiskType() {
    return riskType;
  }

  public Preview getPreview() {
    return preview;
  }

  public ProviderFault getFault() {
    return fault;
  }

  public Instant getPermanentAt() {
    return permanentAt;
  }

  public Instant getEndedAt() {
    return endedAt;
  }
}
