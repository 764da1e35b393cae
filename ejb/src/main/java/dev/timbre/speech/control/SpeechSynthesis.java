package dev.timbre.speech.control;

import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.entity.Money;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechScript;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Speaks in a governed voice, or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpeechSynthesis {

  @Inject SpeechJournal journal;
  @Inject SpeechCall call;
  @Inject SpeechPace pace;
  @Inject SpeechOpening opening;

  /**
   * Speaks. Repeated with the same idempotency key it answers what became of the first time.
   *
   * @return a speech that is SPOKEN
   * @throws SpeechNotSpoken when the provider refused, or nobody can tell
   * @throws dev.timbre.platform.error.BusinessException when a rule says no; nothing was sent then
   */
  @Audited(AuditAction.SPEECH_SPEAK)
  @RolesAllowed({"speech", "curator", "approver"})
  public Speech speak(SpeechRequest request) {
    pace.await(request, false);
    return call.perform(opening.heard(() -> journal.open(request)), request.script());
  }

  /**
   * Makes a provisional clone permanent by really speaking its preview text, which the provider
   * charges together with the voice fee. What is heard becomes the preview where there is none.
   *
   * @param most what the caller agreed to pay; null for whatever it costs
   * @throws dev.timbre.platform.error.Conflict when it costs more by now; nothing was sent then
   */
  @Audited(AuditAction.CLONE_ACTIVATE)
  @RolesAllowed("approver")
  public Speech activate(UUID cloneId, Money most) {
    SpeechScript script = journal.activationScript(cloneId);
    pace.awaitActivation(cloneId, script);
    return call.perform(opening.heard(() -> journal.openActivation(cloneId, most)), script);
  }
}
