package dev.timbre.voice.faces;

import dev.timbre.platform.faces.Notices;
import dev.timbre.voice.control.CloneDeletion;
import dev.timbre.voice.control.RevisionProposals;
import dev.timbre.voice.control.VoiceApproval;
import dev.timbre.voice.control.VoiceLifecycle;
import dev.timbre.voice.control.VoiceRegistration;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.RevisionState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The buttons that move a voice. Each says what it did and shows the voice as it then is. */
@Named("decision")
@ViewScoped
public class DecisionBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject VoiceRegistration registration;
  @Inject RevisionProposals proposals;
  @Inject VoiceApproval approval;
  @Inject VoiceLifecycle lifecycle;
  @Inject CloneDeletion deletion;
  @Inject Notices notices;

  private String reason;
  private boolean riskAcknowledged;

  public String submit(Voice voice) {
    registration.submit(voice.getId(), voice.getVersion());
    return done("submitted", voice);
  }

  /** Opens a new revision of a rejected voice and leads to the form that changes it. */
  public String revise(Voice voice) {
    registration.revise(voice.getId(), voice.getVersion());
    notices.done("voice.done.revised", voice.getName());
    return "/new-voice.xhtml?faces-redirect=true&edit=" + voice.getAlias();
  }

  /** Says whether a second approver is still awaited. */
  public String approve(Voice voice) {
    Voice decided = approval.approve(voice.getId(), voice.getVersion(), null);
    boolean waits = decided.getPending().getState() == RevisionState.SUBMITTED;
    return done(waits ? "approvedFirst" : "approved", voice);
  }

  public String reject(Voice voice) {
    approval.reject(voice.getId(), voice.getVersion(), reason);
    return done("rejected", voice);
  }

  public String accept(Voice voice, Clone clone) {
    Voice accepted =
        approval.accept(voice.getId(), voice.getVersion(), clone.getId(), riskAcknowledged);
    return done(accepted.getState() == VoiceState.LIVE ? "accepted" : "acceptedSuspended", voice);
  }

  /** Gives up what is proposed; the voice stays as it is. */
  public String abandon(Voice voice) {
    proposals.abandon(voice.getId(), voice.getVersion());
    return done("abandoned", voice);
  }

  public String orderClone(Voice voice) {
    approval.requestClone(voice.getId(), null);
    return done("ordered", voice);
  }

  public String deleteClone(Voice voice, Clone clone) {
    deletion.delete(clone.getId());
    return done("deleting", voice);
  }

  public String suspend(Voice voice) {
    lifecycle.suspend(voice.getId(), voice.getVersion(), reason);
    return done("suspended", voice);
  }

  public String resume(Voice voice) {
    lifecycle.resume(voice.getId(), voice.getVersion());
    return done("resumed", voice);
  }

  public String retire(Voice voice) {
    lifecycle.retire(voice.getId(), voice.getVersion());
    return done("retired", voice);
  }

  private String done(String what, Voice voice) {
    notices.done("voice.done." + what, voice.getName());
    return "/voice.xhtml?faces-redirect=true&id=" + voice.getAlias();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isRiskAcknowledged() {
    return riskAcknowledged;
  }

  public void setRiskAcknowledged(boolean riskAcknowledged) {
    this.riskAcknowledged = riskAcknowledged;
  }
}
