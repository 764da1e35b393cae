package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.Speeches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hands audio without its label out no more; an approver's decision. Its bytes and its receipt say
 * what was handed out before and stay as they are, so the label cannot be written later.
 */
@ApplicationScoped
class WithholdAudioRemedy implements Remedy {

  @Inject Speeches speeches;
  @Inject Access access;
  @Inject AuditTrail trail;

  @Override
  public String name() {
    return "withhold-audio";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.LABEL_MISSING
        && finding.getFacts().find("handedOut").filter(Boolean::parseBoolean).isPresent();
  }

  @Override
  public void lock(Finding seen) {
    speeches.getForChange(seen.getSubjectId());
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.APPROVER);
    Speech speech = speeches.getForChange(finding.getSubjectId());
    speech.withhold(SpeechKeeping.LABEL_FAILED);
    trail.done(
        AuditAction.SPEECH_WITHHOLD,
        speech.getId(),
        Change.to("withheld", SpeechKeeping.LABEL_FAILED));
  }
}
