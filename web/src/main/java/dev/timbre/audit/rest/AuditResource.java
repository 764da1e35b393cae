package dev.timbre.audit.rest;

import dev.timbre.audit.control.AuditSearch;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditFilter;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, when, and how it ended.")
public class AuditResource {

  @Inject AuditSearch log;

  /**
   * One entry.
   *
   * @param actor for example person:0197…; system for Timbre itself
   * @param action for example voice.approve
   * @param outcome intended, done, refused, failed or unknown
   * @param reason stable code of the rule or fault behind a refusal or failure
   * @param address where the request came from, unless erased
   */
  public record EntryBody(
      UUID id,
      Instant at,
      String actor,
      String action,
      UUID subject,
      String outcome,
      String reason,
      JsonArray changes,
      String correlationId,
      String traceId,
      String address) {}

  @GET
  @Operation(operationId = "listAuditEntries", summary = "Search the audit log")
  public PageBody<EntryBody> list(
      @QueryParam("actor") UUID actor,
      @QueryParam("action") String action,
      @QueryParam("subject") UUID subject,
      @QueryParam("outcome") String outcome,
      @QueryParam("correlation") String correlation,
      @QueryParam("from") String from,
      @QueryParam("until") String until,
      @QueryParam("q") String text,
      @BeanParam PageParameters page) {
    AuditFilter filter =
        new AuditFilter(
            actor,
            action(action),
            subject,
            Given.constant("outcome", outcome, AuditOutcome.class),
            correlation,
            Given.instant("from", from),
            Given.instant("until", until),
            text);
    Page<AuditEntry> found = log.page(filter, page.request());
    Map<UUID, String> addresses = log.addressesOf(found.items());
    return PageBody.of(found, entry -> body(entry, addresses));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getAuditEntry", summary = "Read an audit entry")
  public EntryBody get(@PathParam("id") UUID id) {
    AuditEntry entry = log.get(id);
    return body(entry, log.addressesOf(List.of(entry)));
  }

  private static AuditAction action(String code) {
    if (code == null) {
      return null;
    }
    return Arrays.stream(AuditAction.values())
        .filter(action -> action.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Invalid("action-unknown", "There is no action '" + code + "'."));
  }

  private static EntryBody body(AuditEntry entry, Map<UUID, String> addresses) {
    return new EntryBody(
        entry.getId(),
        entry.getCreatedAt(),
        entry.getActor().toString(),
        entry.getAction().code(),
        entry.getSubjectId(),
        Given.name(entry.getOutcome()),
        entry.getReason(),
        entry.getChanges() == null ? null : json(entry.getChanges()),
        entry.getCorrelationId(),
        entry.getTraceId(),
        addresses.get(entry.getId()));
  }

  private static JsonArray json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }
}
