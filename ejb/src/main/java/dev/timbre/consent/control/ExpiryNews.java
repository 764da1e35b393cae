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

  /** Consents in force of which somebody may have to be told. */
  List<UUID> due(int limit) {
    Instant now = clock.instant();
    return consents.ending(now, now.plus(Duration.ofDays(DAYS.get(DAYS.size() - 1))), limit);
  }

  /** Of several reminders that are due only the nearest goes out, once for each brand. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void announce(UUID consentId) {
    Consent consent = consents.get(consentId);
    ConsentVersion version = consent.current();
    Instant end = version.getValidUntil();
    if (!consent.isInForce(clock.instant()) || end == null) {
      return;
    }
    Duration left = Duration.between(clock.instant(), end);
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
