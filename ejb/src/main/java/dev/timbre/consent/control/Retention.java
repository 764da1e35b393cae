package dev.timbre.consent.control;

import dev.timbre.consent.entity.ErasureCause;
import dev.timbre.consent.entity.Erasures;
import dev.timbre.platform.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The operator's policy of how long talents are remembered after their last consent ended. */
@ApplicationScoped
class Retention {

  private static final System.Logger LOG = System.getLogger(Retention.class.getName());

  @Inject Erasures erasures;
  @Inject TalentForgetting forgetting;
  @Inject ConsentConfig config;
  @Inject Clock clock;

  /**
   * Talents whose time is over; nobody where there is no policy.
   *
   * @param after the last one of those seen so far; null to begin
   */
  List<UUID> due(UUID after, int limit) {
    return config
        .retention()
        .map(kept -> clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant())
        .map((Instant before) -> erasures.over(before, after, limit))
        .orElse(List.of());
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void erase(UUID talentId) {
    try {
      forgetting.forget(talentId, ErasureCause.RETENTION, false);
    } catch (Conflict e) {
      // voices that are not retired yet: somebody must do that, and the policy tries again
      LOG.log(System.Logger.Level.INFO, "Kept beyond retention: {0}", e.getMessage());
      throw e;
    }
  }
}
