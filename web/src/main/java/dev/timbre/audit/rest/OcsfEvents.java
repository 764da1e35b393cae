package dev.timbre.audit.rest;

import dev.timbre.audit.entity.AuditPositions.Placed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Entries as events of class API Activity (6003) of the Open Cybersecurity Schema Framework, for
 * systems that watch logs. They prove nothing; the other format does.
 */
final class OcsfEvents {

  /** The schema that the names below are those of. */
  private static final String SCHEMA = "1.3.0";

  private static final int CATEGORY = 6;
  private static final int CLASS = 6003;
  private static final int INFORMATIONAL = 1;
  private static final int OTHER = 99;

  /** Verbs of actions to activities: 1 create, 3 update, 4 delete; all others are "other". */
  private static final Map<String, Integer> ACTIVITIES =
      Map.ofEntries(
          Map.entry("create", 1),
          Map.entry("add", 1),
          Map.entry("upload", 1),
          Map.entry("raise", 1),
          Map.entry("request", 1),
          Map.entry("update", 3),
          Map.entry("extend", 3),
          Map.entry("revise", 3),
          Map.entry("set", 3),
          Map.entry("delete", 4),
          Map.entry("revoke", 4),
          Map.entry("export", 2));

  private final String log;

  OcsfEvents(String log) {
    this.log = log;
  }

  /** One line for each entry that is still there. */
  List<String> of(List<Placed> placed) {
    return placed.stream()
        .filter(each -> each.canonical() != null)
        .map(each -> event(each.position(), read(each.canonical())).toString())
        .toList();
  }

  private JsonObject event(long position, JsonObject entry) {
    String action = entry.getString("action").toLowerCase(Locale.ROOT);
    String verb = action.substring(action.indexOf('_') + 1);
    int activity = ACTIVITIES.getOrDefault(verb, OTHER);
    JsonObjectBuilder event =
        Json.createObjectBuilder()
            .add("category_uid", CATEGORY)
            .add("category_name", "Application Activity")
            .add("class_uid", CLASS)
            .add("class_name", "API Activity")
            .add("activity_id", activity)
            .add("activity_name", verb)
            .add("type_uid", CLASS * 100 + activity)
            .add("time", Instant.parse(entry.getString("createdAt")).toEpochMilli())
            .add("severity_id", INFORMATIONAL)
            .add("status_id", status(entry.getString("outcome")))
            .add("status", entry.getString("outcome").toLowerCase(Locale.ROOT))
            .add("actor", actor(entry))
            .add("api", Json.createObjectBuilder().add("operation", action.replaceFirst("_", ".")))
            // addresses stand beside the log and are not exported
            .add("src_endpoint", Json.createObjectBuilder().add("svc_name", "timbre"))
            .add("metadata", metadata(position, entry));
    copy(entry, "reason", event, "status_code");
    if (entry.containsKey("subjectId")) {
      JsonObject resource =
          Json.createObjectBuilder()
              .add("uid", entry.getString("subjectId"))
              .add("type", action.substring(0, Math.max(0, action.indexOf('_'))))
              .build();
      event.add("resources", Json.createArrayBuilder().add(resource));
    }
    JsonObjectBuilder unmapped = Json.createObjectBuilder();
    copy(entry, "changes", unmapped, "changes");
    copy(entry, "traceId", unmapped, "trace_id");
    return event.add("unmapped", unmapped).build();
  }

  private JsonObjectBuilder metadata(long position, JsonObject entry) {
    JsonObjectBuilder product =
        Json.createObjectBuilder().add("name", "Timbre").add("vendor_name", "Timbre");
    JsonObjectBuilder metadata =
        Json.createObjectBuilder()
            .add("version", SCHEMA)
            .add("product", product)
            .add("log_name", log)
            .add("uid", entry.getString("id"))
            .add("sequence", position)
            .add("event_code", entry.getString("action"))
            .add("original_time", entry.getString("createdAt"));
    copy(entry, "correlationId", metadata, "correlation_uid");
    return metadata;
  }

  private static JsonObjectBuilder actor(JsonObject entry) {
    String id = entry.getString("actorId", null);
    return switch (entry.getString("actorKind")) {
      case "PERSON" ->
          Json.createObjectBuilder()
              .add(
                  "user",
                  Json.createObjectBuilder()
                      .add("uid", String.valueOf(id))
                      .add("type_id", 1)
                      .add("type", "User"));
      case "CLIENT" -> Json.createObjectBuilder().add("app_uid", String.valueOf(id));
      case "SYSTEM" -> Json.createObjectBuilder().add("app_name", "timbre");
      default ->
          Json.createObjectBuilder()
              .add("user", Json.createObjectBuilder().add("name", "anonymous").add("type_id", 0));
    };
  }

  /** 1 success, 2 failure, 0 unknown; what is only intended is another thing. */
  private static int status(String outcome) {
    return switch (outcome) {
      case "DONE" -> 1;
      case "REFUSED", "FAILED" -> 2;
      case "UNKNOWN" -> 0;
      default -> OTHER;
    };
  }

  private static void copy(JsonObject from, String member, JsonObjectBuilder to, String name) {
    if (from.containsKey(member)) {
      to.add(name, from.getString(member));
    }
  }

  private static JsonObject read(String canonical) {
    try (JsonReader reader = Json.createReader(new StringReader(canonical))) {
      return reader.readObject();
    }
  }
}
