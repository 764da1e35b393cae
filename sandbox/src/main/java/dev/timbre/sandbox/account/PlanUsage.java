package dev.timbre.sandbox.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.Purse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an account used of its subscription: every charge to that purse counts one, voice fees
 * excepted. The totals are the sandbox's own and refuse nobody.
 *
 * @param ledger of the account alone
 * @param given whether the subscription gives anything; without one, or with its purse empty, the
 *     totals are 0
 */
record PlanUsage(List<LedgerEntry> ledger, Instant now, boolean given) {
  private static final Duration INTERVAL = Duration.ofHours(5);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int INTERVAL_TOTAL = 1_000;
  private static final int WEEK_TOTAL = 10_000;

  /** Counts charges of some kinds under a name; times are Unix milliseconds. */
  ObjectNode of(String name, List<LedgerEntry.Kind> kinds) {
    Instant interval = start(INTERVAL);
    Instant week = start(WEEK);
    return Call.object()
        .put("model_name", name)
        .put("start_time", interval.toEpochMilli())
        .put("end_time", interval.plus(INTERVAL).toEpochMilli())
        .put("remains_time", Duration.between(now, interval.plus(INTERVAL)).toMillis())
        .put("current_interval_total_count", given ? INTERVAL_TOTAL : 0)
        .put("current_interval_usage_count", used(kinds, interval))
        .put("current_interval_remaining_percent", left(used(kinds, interval), INTERVAL_TOTAL))
        .put("weekly_start_time", week.toEpochMilli())
        .put("weekly_end_time", week.plus(WEEK).toEpochMilli())
        .put("weekly_remains_time", Duration.between(now, week.plus(WEEK)).toMillis())
        .put("current_weekly_total_count", given ? WEEK_TOTAL : 0)
        .put("current_weekly_usage_count", used(kinds, week))
        .put("current_weekly_remaining_percent", left(used(kinds, week), WEEK_TOTAL));
  }

  /**
   * Whole percent. Public clients take the count for what is left, unless this tells them that it
   * is what was used.
   */
  private long left(long used, int total) {
    return given ? Math.max(0, 100 * (total - used) / total) : 0;
  }

  private long used(List<LedgerEntry.Kind> kinds, Instant since) {
    return ledger.stream()
        .filter(entry -> entry.purse() == Purse.PLAN && kinds.contains(entry.kind()))
        .filter(entry -> !entry.time().isBefore(since))
        .count();
  }

  /** Windows follow each other without a gap from the beginning of Unix time. */
  private Instant start(Duration window) {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
  }
}
