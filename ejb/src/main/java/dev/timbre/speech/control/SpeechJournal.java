package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Use;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.entity.Money;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.speech.entity.Labels;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.voice.control.ActivationFee;
import dev.timbre.voice.control.CloneDecisions;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Deadlines;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The transaction before a speech: everything that must hold is checked, and the money held. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SpeechJournal {

  @Inject Voices voices;
  @Inject Consents consents;
  @Inject Clones clones;
  @Inject Speeches speeches;
  @Inject Deadlines deadlines;
  @Inject CloneDecisions decisions;
  @Inject ActivationFee fee;
  @Inject SpeechPermission permission;
  @Inject Labelling labelling;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * A speech that may go out, or the earlier one of the same idempotency key.
   *
   * @param isNew false for an earlier one, which must not be sent again
   */
  record Opened(Speech speech, boolean isNew, ProviderAccount account, String providerVoiceId) {}

  public Opened open(SpeechRequest request) {
    return open(request, false);
  }

  /** The same for one that is handed out while it is made. */
  public Opened openStream(SpeechRequest request) {
    return open(request, true);
  }

  private Opened open(SpeechRequest request, boolean streamed) {
    Speech[] made = new Speech[1];
    UUID id =
        idempotency.once(
            () -> {
              Voice voice = voices.getForUse(request.voice());
              Client client = permission.requireClient(voice);
              Clone clone = permission.requireLive(voice);
              Use use = permission.requireUse(client, request.useId());
              Labels labels = labelling.of(voice, use, request.format(), streamed);
              made[0] =
                  permission
                      .reserve(voice, clone, client, use, request.script(), request.format())
                      .labelled(labels);
              if (streamed) {
                made[0].streamed();
              }
              return write(made[0], AuditAction.SPEECH_SPEAK);
            });
    return opened(id, made[0] != null);
  }

  /**
   * @param most null for whatever it costs
   */
  public Opened openActivation(UUID cloneId, Money most) {
    Speech[] made = new Speech[1];
    UUID id =
        idempotency.once(
            () -> {
              UUID voiceId = clones.get(cloneId).getRevision().getVoiceId();
              Voice voice = voices.getForUse(voiceId.toString());
              access.requireBrand(voice.getBrandId(), Role.APPROVER);
              Clone clone = locked(cloneId);
              made[0] = activation(voice, clone);
              fee.requireAtMost(clone, most);
              UUID speechId = write(made[0], AuditAction.CLONE_ACTIVATE);
              decisions.activating(clone, voice, access.actor(), speechId);
              return speechId;
            });
    return opened(id, made[0] != null);
  }

  /**
   * An activation that a brand's policy decided on may go out, under the console's budget.
   *
   * @return empty where it is over, has gone out before or comes too late
   */
  public Optional<Opened> openPolicyActivation(UUID decisionId) {
    CloneDecision decision = deadlines.getDecision(decisionId);
    Voice voice = voices.getForUse(decision.getAbout().voiceId().toString());
    Clone clone = locked(decision.getAbout().cloneId());
    if (!decision.isWaiting()) {
      return Optional.empty();
    }
    if (clone.getState() != CloneState.PROVISIONAL
        || !clock.instant().isBefore(clone.getDeadline())) {
      decisions.givenUp(decision, "deadline-passed");
      return Optional.empty();
    }
    if (voice.getState() == VoiceState.RETIRED) {
      decisions.givenUp(decision, "voice-retired");
      return Optional.empty();
    }
    Speech speech = activation(voice, clone);
    UUID speechId = write(speech, AuditAction.CLONE_ACTIVATE);
    decision.speaks(speechId);
    return Optional.of(opened(speechId, true));
  }

  /** The clone for whoever holds its voice, and after its consent, as the end of one locks them. */
  private Clone locked(UUID cloneId) {
    consents.getForUse(clones.get(cloneId).getRevision().getConsentId());
    return clones.getForChange(cloneId);
  }

  private Speech activation(Voice voice, Clone clone) {
    permission.requireActivatable(voice, clone);
    Client client = access.speakingClient();
    Use use = permission.reviewUse(client);
    return permission
        .reserve(voice, clone, client, use, scriptOf(clone), SpeechFormat.DEFAULT)
        .labelled(labelling.of(voice, use, SpeechFormat.DEFAULT, false));
  }

  /** For the company's own ears and by nobody's order, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Speech openReview(UUID voiceId, SpeechScript script) {
    Voice voice = voices.getForUse(voiceId.toString());
    Clone clone = permission.requireLive(voice);
    Client client = access.speakingClient();
    Use use = permission.reviewUse(client);
    Speech speech =
        permission
            .reserve(voice, clone, client, use, script, SpeechFormat.DEFAULT)
            .labelled(labelling.of(voice, use, SpeechFormat.DEFAULT, false));
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
