package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentCheck;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Stops a voice, lets it go on, and ends it. */
@Stateless
@RolesAllowed("approver")
public class VoiceLifecycle {

  @Inject Voices voices;
  @Inject ConsentCheck consents;
  @Inject CloneRequests requests;
  @Inject Access access;
  @Inject AuditTrail trail;

  /** From the next request on, the voice does not speak. */
  @Audited(AuditAction.VOICE_SUSPEND)
  public Voice suspend(UUID id, Long version, String reason) {
    Voice voice = decidable(id, version);
    VoiceState before = voice.getState();
    voice.suspend(reason);
    trail.done(AuditAction.VOICE_SUSPEND, id, Change.of("state", before, voice.getState()));
    return voice;
  }

  @Audited(AuditAction.VOICE_RESUME)
  public Voice resume(UUID id, Long version) {
    Voice voice = decidable(id, version);
    VoiceState before = voice.getState();
    consents.requireInForce(voice.getRevision().getConsentId());
    voice.resume();
    trail.done(AuditAction.VOICE_RESUME, id, Change.of("state", before, voice.getState()));
    return voice;
  }

  /** For good; the alias stays taken, and what was not sent to a provider yet never will be. */
  @Audited(AuditAction.VOICE_RETIRE)
  public Voice retire(UUID id, Long version) {
    Voice voice = decidable(id, version);
    VoiceState before = voice.getState();
    voice.retire();
    requests.cancelAll(voice);
    trail.done(AuditAction.VOICE_RETIRE, id, Change.of("state", before, voice.getState()));
    return voice;
  }

  /** The voice with its row locked, before its consent's as everywhere. */
  private Voice decidable(UUID id, Long version) {
    access.requireBrand(voices.get(id).getBrandId(), Role.APPROVER);
    return VersionCheck.of(voices.getForChange(id), version);
  }
}
