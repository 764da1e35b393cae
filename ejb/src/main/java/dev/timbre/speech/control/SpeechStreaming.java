package dev.timbre.speech.control;

import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.error.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Speaks in a governed voice and hands the audio out while it is made. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"speech", "curator", "approver"})
public class SpeechStreaming {

  @Inject SpeechJournal journal;
  @Inject SpeechBroadcast broadcast;
  @Inject SpeechPace pace;
  @Inject SpeechOpening opening;

  /**
   * Everything up to the first sound. What is opened must be {@link #deliver delivered}.
   *
   * @throws SpeechNotSpoken when the provider refused, or nobody can tell
   * @throws BusinessException when a rule says no; nothing was sent then
   */
  @Audited(AuditAction.SPEECH_SPEAK)
  public SpeechUnderWay open(SpeechRequest request) {
    broadcast.requireStreamable(request.format());
    pace.await(request, true);
    return broadcast.open(opening.heard(() -> journal.openStream(request)), request.script());
  }

  /** Hands the audio out, piece by piece. Whatever goes wrong from here on the listener is told. */
  public void deliver(SpeechUnderWay speech, SpeechListener listener) {
    broadcast.deliver(speech, listener);
  }
}
