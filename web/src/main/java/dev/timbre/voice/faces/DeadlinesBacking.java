package dev.timbre.voice.faces;

import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import dev.timbre.speech.control.SpeechSynthesis;
import dev.timbre.speech.entity.Speech;
import dev.timbre.voice.control.DeadlineDecisions;
import dev.timbre.voice.control.DeadlineDecisions.Deadline;
import dev.timbre.voice.control.DeadlineRegister;
import dev.timbre.voice.control.VoiceApproval;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.Voice;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** Unused clones with their price and their buttons, lost ones, and what was decided. */
@Named("deadlinesPage")
@ViewScoped
public class DeadlinesBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject DeadlineDecisions decisions;
  @Inject DeadlineRegister register;
  @Inject SpeechSynthesis synthesis;
  @Inject VoiceApproval approval;
  @Inject VoiceCatalogue catalogue;
  @Inject Notices notices;
  @Inject Words words;

  private UUID brandId;
  private MoreRows<Deadline> deadlines;
  private MoreRows<Voice> lost;
  private MoreRows<CloneDecision> ledger;

  public MoreRows<Deadline> getDeadlines() {
    if (deadlines == null) {
      deadlines = new MoreRows<>(request -> decisions.deadlines(brandId, request));
    }
    return deadlines;
  }

  /** Voices whose clone is gone, so that they do not speak. */
  public MoreRows<Voice> getLost() {
    if (lost == null) {
      lost = new MoreRows<>(request -> decisions.withoutClone(brandId, request));
    }
    return lost;
  }

  public MoreRows<CloneDecision> getLedger() {
    if (ledger == null) {
      ledger = new MoreRows<>(request -> register.ledger(brandId, request));
    }
    return ledger;
  }

  public Voice voiceOf(CloneDecision decision) {
    return catalogue.get(decision.getAbout().voiceId().toString());
  }

  /** Speaks the preview text for real, which the provider charges together with the voice fee. */
  public String activate(Deadline deadline) {
    Speech spoken = synthesis.activate(deadline.unused().getId(), deadline.fee());
    notices.done("voice.done.activated", deadline.voice().getName(), words.money(spoken.getCost()));
    return again();
  }

  public String letLapse(Deadline deadline) {
    decisions.letLapse(deadline.unused().getId());
    notices.done("deadlines.done.lapse", deadline.voice().getName());
    return again();
  }

  public String takeBack(Deadline deadline) {
    decisions.takeBack(deadline.unused().getId());
    notices.done("deadlines.done.takeBack", deadline.voice().getName());
    return again();
  }

  public String reclone(Voice voice) {
    approval.requestClone(voice.getId(), null);
    notices.done("voice.done.ordered", voice.getName());
    return again();
  }

  private String again() {
    String which = brandId == null ? "" : "&brand=" + brandId;
    return "/deadlines.xhtml?faces-redirect=true" + which;
  }

  /** Another brand was chosen. */
  public void show() {
    deadlines = null;
    lost = null;
    ledger = null;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }
}
