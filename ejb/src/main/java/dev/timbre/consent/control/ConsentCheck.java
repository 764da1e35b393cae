package dev.timbre.consent.control;

import dev.timbre.access.entity.Use;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.error.NotAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whether a consent may be rested on now. The answer holds until the caller's transaction ends. */
@ApplicationScoped
public class ConsentCheck {

  @Inject Consents consents;
  @Inject Clock clock;

  /**
   * The version to pin.
   *
   * @throws NotAllowed when the consent is withdrawn, expired or not yet valid
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public ConsentVersion requireInForce(UUID consentId) {
    Consent consent = consents.getForUse(consentId);
    Instant now = clock.instant();
    if (!consent.isInForce(now)) {
      throw new NotAllowed("consent-not-in-force", why(consent, now));
    }
    return consent.countingAt(now);
  }

  /**
   * The version to pin.
   *
   * @throws NotAllowed when it is not in force or does not cover the use
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public ConsentVersion requireCovers(UUID consentId, UUID brandId, String language, Use use) {
    ConsentVersion version = requireInForce(consentId);
    Optional<String> gap = version.gap(brandId, language, use);
    if (gap.isPresent()) {
      throw new NotAllowed(
          "consent-does-not-cover",
          "The talent's consent does not cover "
              + gap.get()
              + "; ask the talent to extend it, or use another voice.");
    }
    return version;
  }

  private static String why(Consent consent, Instant now) {
    if (consent.isWithdrawn()) {
      return "The talent withdrew their consent on " + consent.getWithdrawnAt() + ".";
    }
    ConsentVersion counting = consent.countingAt(now);
    return now.isBefore(counting.getValidFrom())
        ? "The talent's consent begins on " + counting.getValidFrom() + "."
        : "The talent's consent ended on " + counting.getValidUntil() + "; ask for a new one.";
  }
}
