package dev.timbre.consent.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The two ways in which a consent ends. What rests on it stops in the same transaction. */
@ApplicationScoped
class ConsentEnding {

  @Inject Consents consents;
  @Inject CurrentActor actor;
  @Inject AuditTrail trail;
  @Inject Event<ConsentToEnd> aboutTo;
  @Inject Event<ConsentWithdrawn> withdrawn;
  @Inject Event<ConsentExpired> expired;
  @Inject Clock clock;

  /** The consent, locked, after everything that speaks by it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Consent getForEnd(UUID consentId) {
    aboutTo.fire(new ConsentToEnd(consentId));
    return consents.getForChange(consentId);
  }

  /**
   * Withdraws on behalf of whoever acts.
   *
   * @param consent by {@link #getForEnd}
   * @param reason may be null
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Consent withdraw(Consent consent, String reason) {
    consents.add(consent.withdraw(clock.instant(), actor.get(), reason));
    trail.done(AuditAction.CONSENT_WITHDRAW, consent.getId());
    withdrawn.fire(new ConsentWithdrawn(consent.getId()));
    return consent;
  }

  /** Notes that the validity of a consent is over, if it is and nobody has noted it before. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void expire(UUID consentId) {
    Instant now = clock.instant();
    Consent consent = getForEnd(consentId);
    ConsentVersion version = consent.countingAt(now);
    Instant end = version.getValidUntil();
    if (consent.isWithdrawn() || end == null || now.isBefore(end)) {
      return; // it was extended or withdrawn a moment ago
    }
    if (consents.noteEnd(version, now)) {
      trail.done(
          AuditAction.CONSENT_EXPIRE,
          consentId,
          Change.to("version", version.getId()),
          Change.to("validUntil", end));
      expired.fire(new ConsentExpired(consentId));
    }
  }
}
