package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Use;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The transaction before a speech: everything that must hold is checked, and the money held. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SpeechJournal {

  @Inject Voices voices;
  @Inject Clones clones;
  @Inject Speeches speeches;
  @Inject SpeechPermission permission;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;

  /**
   * A speech that may go out, or the earlier one of the same idempotency key.
   *
   * @param isNew false for an earlier one, which must not be sent again
   */
  record Opened(Speech speech, boolean isNew, ProviderAccount account, String providerVoiceId) {}

  public Opened open(SpeechRequest request) {
    Speech[] made = new Speech[1];
    UUID id =
        idempotency.once(
            () -> {
              Voice voice = voices.getForUse(request.voice());
              Client client = permission.requireClient(voice);
              Clone clone = permission.requireLive(voice);
              Use use = permission.requireUse(client, request.useId());
              made[0] =
                  permission.reserve(voice, clone, client, use, request.script(), request.format());
              return write(made[0], AuditAction.SPEECH_SPEAK);
            });
    return opened(id, made[0] != null);
  }

  public Opened openActivation(UUID cloneId) {
    Speech[] made = new Speech[1];
    UUID id =
        idempotency.once(
            () -> {
              Clone clone = clones.get(cloneId);
              Voice voice = voices.getForUse(clone.getRevision().getVoiceId().toString());
              access.requireBrand(voice.getBrandId(), Role.APPROVER);
              permission.requireActivatable(voice, clone);
              Client client = access.speakingClient();
              Use use = permission.reviewUse(client);
              made[0] =
                  permission.reserve(
                      voice, clone, client, use, scriptOf(clone), SpeechFormat.DEFAULT);
              return write(made[0], AuditAction.CLONE_ACTIVATE);
            });
    return opened(id, made[0] != null);
  }

  /** For the company's own ears and by nobody's order, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Speech openReview(UUID voiceId, SpeechScript script) {
    Voice voice = voices.getForUse(voiceId.toString());
    Clone clone = permission.requireLive(voice);
    Client client = access.speakingClient();
    Use use = permission.reviewUse(client);
    Speech speech = permission.reserve(voice, clone, client, use, script, SpeechFormat.DEFAULT);
    write(speech, AuditAction.SPEECH_SPEAK);
    return speech;
  }

  /** What {@link #openReview} has opened, once that is committed. */
  public Opened reviewed(UUID speechId) {
    return opened(speechId, true);
  }

  public SpeechScript activationScript(UUID cloneId) {
    return scriptOf(clones.get(cloneId));
  }

  private UUID write(Speech speech, AuditAction action) {
    speeches.add(speech);
    trail.intended(
        action,
        speech.getId(),
        Change.to("voice", speech.getVoiceId()),
        Change.to("clone", speech.getGrounds().cloneId()),
        Change.to("use", speech.getGrounds().useId()),
        Change.to("consentVersion", speech.getGrounds().consentVersionId()),
        Change.to("textSha256", speech.getTextDigest()),
        Change.to("reservation", speech.getReservationId()));
    return speech.getId();
  }

  private Opened opened(UUID speechId, boolean isNew) {
    Speech speech = speeches.get(speechId);
    Clone clone = clones.get(speech.getGrounds().cloneId());
    return new Opened(speech, isNew, permission.accountOf(clone), clone.getProviderVoiceId());
  }

  private static SpeechScript scriptOf(Clone clone) {
    return new SpeechScript(clone.getRevision().getOptions().previewText());
  }
}
