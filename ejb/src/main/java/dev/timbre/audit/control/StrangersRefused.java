package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Refused and failed attempts of callers whom nobody knows, as this node saw them lately. Nothing
 * is ever deleted from the log, so whoever needs no key to be refused must not be able to fill it:
 * the first attempt of a kind is written down at once, further ones of the same minute are counted,
 * and their number is written when the minute is over.
 */
@ApplicationScoped
class StrangersRefused {

  /** During which attempts of a kind become one entry and a number. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  /** Kinds that are told apart at a time; what else comes is one kind. */
  static final int MOST = 100;

  private final Map<Attempt, Count> lately = new LinkedHashMap<>();

  /**
   * What is counted as the same.
   *
   * @param subjectId what it was about; null when that is nothing known
   * @param reason code of what went wrong
   * @param network from where; null when that is not told apart
   */
  record Attempt(
      AuditAction action, UUID subjectId, AuditOutcome outcome, String reason, String network) {

    Attempt fromAnywhere() {
      return new Attempt(action, null, outcome, reason, null);
    }
  }

  /**
   * Attempts beside the first one.
   *
   * @param until when the minute is over
   */
  private record Count(Instant until, long further) {}

  /** A minute that is over. */
  record Sum(Attempt attempt, long further) {}

  /** Whether the attempt is to be written down; it is counted otherwise. */
  synchronized boolean isFirst(Attempt attempt, Instant now) {
    Attempt kind =
        lately.size() < MOST || lately.containsKey(attempt) ? attempt : attempt.fromAnywhere();
    Count known = lately.get(kind);
    if (known == null) {
      lately.put(kind, new Count(now.plus(WINDOW), 0));
      return true;
    }
    lately.put(kind, new Count(known.until(), known.further() + 1));
    return false;
  }

  /** The minutes that are over and saw more than the first attempt; they begin anew. */
  synchronized List<Sum> finished(Instant now) {
    List<Sum> sums = new ArrayList<>();
    Iterator<Map.Entry<Attempt, Count>> each = lately.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Attempt, Count> entry = each.next();
      if (!entry.getValue().until().isAfter(now)) {
        each.remove();
        if (entry.getValue().further() > 0) {
          sums.add(new Sum(entry.getKey(), entry.getValue().further()));
        }
      }
    }
    return sums;
  }
}
