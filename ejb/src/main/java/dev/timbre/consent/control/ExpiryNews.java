package dev.timbre.consent.control;

import dev.timbre.access.entity.Brands;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.notice.control.NoticeBoard;
import dev.timbre.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the curators of a brand that a consent ends soon. */
@ApplicationScoped
class ExpiryNews {

  /** Days before the end at which people are told, the nearest first. */
  private static final List<Integer> DAYS = List.of(1, 7, 30);

  private static final int SHORT = 8;

  @Inject Consents consents;
  @Inject Brands brands;
  @Inject NoticeBoard board;
  @Inject Clock clock;

  /**
   * Consents of which somebody may have to be told.
   *
   * @param after the last one of those seen so far; null to begin
   */
  List<UUID> due(UUID after, int limit) {
    Instant now = clock.instant();
    Instant soon = now.plus(Duration.ofDays(DAYS.get(DAYS.size() - 1)));
    return consents.ending(now, soon, after, limit);
  }

  /** Of several reminders that are due only the nearest goes out, once for each brand. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void announce(UUID consentId) {
    Instant now = clock.instant();
    Consent consent = consents.get(consentId);
    if (consent.isInForce(now)) {
      consent.endAfter(now).ifPresent(end -> announce(consent, now, end));
    }
  }

  private void announce(Consent consent, Instant now, Instant end) {
    Duration left = Duration.between(now, end);
    ConsentVersion version = consent.countingAt(end);
    DAYS.stream()
        .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
        .findFirst()
        .ifPresent(
            days -> version.scope().brandIds().forEach(brand -> announce(version, days, brand)));
  }

  /** The talent's name stands in no notice, which is mailed and cannot be erased. */
  private void announce(ConsentVersion version, int days, UUID brandId) {
    String id = version.getConsent().getId().toString();
    board.announce(
        "consent-expiring:" + version.getId() + ":" + days + ":" + brandId,
        NoticeKind.CONSENT_EXPIRING,
        brandId,
        version.getConsent().getId(),
        Map.of(
            "name",
            brands.get(brandId).getName() + " …" + id.substring(id.length() - SHORT),
            "until",
            version.getValidUntil().toString()));
  }
}
