package dev.timbre.audit.entity;

import dev.timbre.audit.proof.CanonicalJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of an entry as the log proves them: all of them, as text, instants in UTC with six
 * decimals. They are read past the entity, so that what somebody wrote there with other means shows
 * instead of failing.
 */
final class EntryColumns {

  /** Name in the canonical form and SQL on alias {@code e}, in the order of the query. */
  private static final List<Map.Entry<String, String>> COLUMNS =
      List.of(
          Map.entry("id", "cast(e.id as text)"),
          Map.entry("version", "cast(e.version as text)"),
          Map.entry(
              "createdAt",
              "to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"),
          Map.entry("actorKind", "e.actor_kind"),
          Map.entry("actorId", "cast(e.actor_id as text)"),
          Map.entry("action", "e.action"),
          Map.entry("subjectId", "cast(e.subject_id as text)"),
          Map.entry("outcome", "e.outcome"),
          Map.entry("reason", "e.reason"),
          Map.entry("changes", "e.changes"),
          Map.entry("correlationId", "e.correlation_id"),
          Map.entry("traceId", "e.trace_id"));

  /** What a query selects; its first column is the id. */
  static final String SELECTED =
      String.join(", ", COLUMNS.stream().map(Map.Entry::getValue).toList());

  private EntryColumns() {}

  /**
   * The canonical form of a row.
   *
   * @param row what {@link #SELECTED} gave
   * @param from index of its first column
   */
  static String canonical(Object[] row, int from) {
    Map<String, String> members = new HashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      members.put(COLUMNS.get(i).getKey(), (String) row[from + i]);
    }
    return CanonicalJson.of(members);
  }
}
