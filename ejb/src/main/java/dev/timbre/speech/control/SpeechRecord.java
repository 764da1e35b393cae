package dev.timbre.speech.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.speech.entity.MetadataLabel;
import dev.timbre.speech.entity.Speech;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What remains of a speech besides its row: its entry in the log, its receipt, its finding. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SpeechRecord {

  @Inject AuditTrail trail;
  @Inject ReceiptBook receipts;
  @Inject FindingRegister findings;

  /**
   * @param speech spoken just now
   */
  void write(Speech speech, KeptAudio kept) {
    AuditEntry entry =
        trail.ended(
            AuditAction.SPEECH_SPEAK,
            speech.getId(),
            AuditOutcome.DONE,
            kept.withheld(),
            speech.getTraceId(),
            Change.to("audioSha256", kept.sha256()),
            Change.to("characters", speech.getBilledCharacters()),
            Change.to("cost", speech.getCost()),
            Change.to("label", kept.label()));
    receipts.issue(speech, entry);
    if (kept.label() == MetadataLabel.FAILED) {
      findings.raise(
          FindingKind.LABEL_MISSING,
          speech.getGrounds().brandId(),
          speech.getId(),
          Change.to("voice", speech.getVoiceId()),
          Change.to("format", speech.getFormat().format()),
          Change.to("handedOut", kept.withheld() == null));
    }
  }
}
