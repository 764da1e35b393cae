package dev.timbre.speech.control;

import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.speech.entity.Speech;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Answers which consent stood behind a speech on its day. */
@Stateless
@RolesAllowed({"speech", "usage:read", "curator", "approver", "auditor", "admin"})
public class SpeechGrounds {

  @Inject SpeechCatalogue speeches;
  @Inject Consents consents;

  /**
   * What a speech rested on.
   *
   * @param version the pinned one
   * @param inForceThen whether it could be rested on when the speech was decided
   * @param withdrawnAt null while it is not withdrawn
   */
  public record Grounds(
      Speech speech,
      ConsentVersion version,
      List<ConsentEvidence> evidence,
      boolean inForceThen,
      Instant withdrawnAt) {}

  /**
   * @throws dev.timbre.platform.error.NotFound when there is none, or the caller may not see it
   */
  public Grounds of(UUID speechId) {
    Speech speech = speeches.get(speechId);
    ConsentVersion version = consents.getVersion(speech.getGrounds().consentVersionId());
    Consent consent = consents.get(version.getConsent().getId());
    Instant then = speech.getCreatedAt();
    boolean inForce = !consent.isWithdrawnAt(then) && version.isValidAt(then);
    return new Grounds(
        speech, version, consents.evidenceOf(version.getId()), inForce, consent.getWithdrawnAt());
  }
}
