package dev.timbre.notice.control;

import dev.timbre.notice.entity.Notices;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Forgets notices that are older than anybody asks for, read or not; what is still being sent is
 * kept. Each batch is a transaction of its own, so that a long one holds nobody up.
 */
@Singleton
@PermitAll
public class NoticeRetention {

  @Inject Batches batches;

  @Schedule(hour = "4", minute = "23", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void forget() {
    while (batches.forgetSome()) {
      // the next batch
    }
  }

  /** One batch at a time. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Batches {

    private static final int AT_ONCE = 500;

    @Inject Notices notices;
    @Inject NoticeConfig config;
    @Inject Clock clock;

    /** Whether there may be more. */
    public boolean forgetSome() {
      Instant before = clock.instant().atZone(ZoneOffset.UTC).minus(config.retention()).toInstant();
      return notices.forgetBefore(before, AT_ONCE) == AT_ONCE;
    }
  }
}
