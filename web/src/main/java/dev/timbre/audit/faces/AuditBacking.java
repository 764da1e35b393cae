package dev.timbre.audit.faces;

import dev.timbre.access.control.PeopleRegister;
import dev.timbre.access.entity.Person;
import dev.timbre.audit.control.AuditSearch;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditFilter;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.faces.Language;
import dev.timbre.platform.faces.LastDay;
import dev.timbre.platform.faces.LazyRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.Serializable;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The audit log with its filters. Days are those of the reader's time zone. */
@Named("auditPage")
@ViewScoped
public class AuditBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject AuditSearch search;
  @Inject PeopleRegister register;
  @Inject Language language;

  private UUID personId;
  private AuditAction action;
  private AuditOutcome outcome;
  private UUID subjectId;
  private LocalDate from;
  private LocalDate until;
  private String text;
  private LazyRows<AuditEntry> rows;
  private List<Person> people;

  @PostConstruct
  void begin() {
    search.admit();
    people = register.page(PageRequest.first(PageRequest.MAX_LIMIT)).items();
    rows =
        new LazyRows<>(
            (first, size) -> search.window(filter(), first, size), () -> search.count(filter()));
  }

  private AuditFilter filter() {
    Instant begin = from == null ? null : startOf(from);
    Instant end = LastDay.end(until, language.getZone());
    return new AuditFilter(personId, action, subjectId, outcome, null, begin, end, text);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(language.getZone()).toInstant();
  }

  /** What an entry changed. */
  public List<Change> changes(AuditEntry entry) {
    if (entry.getChanges() == null) {
      return List.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(entry.getChanges()))) {
      JsonArray array = reader.readArray();
      return array.getValuesAs(JsonObject.class).stream()
          .map(
              change ->
                  new Change(
                      change.getString("field"),
                      change.getString("before", null),
                      change.getString("after", null)))
          .toList();
    }
  }

  public LazyRows<AuditEntry> getRows() {
    return rows;
  }

  public List<Person> getPeople() {
    return people;
  }

  public AuditAction[] getActions() {
    return AuditAction.values();
  }

  public AuditOutcome[] getOutcomes() {
    return AuditOutcome.values();
  }

  public UUID getPersonId() {
    return personId;
  }

  public void setPersonId(UUID personId) {
    this.personId = personId;
  }

  public AuditAction getAction() {
    return action;
  }

  public void setAction(AuditAction action) {
    this.action = action;
  }

  public AuditOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(AuditOutcome outcome) {
    this.outcome = outcome;
  }

  public UUID getSubjectId() {
    return subjectId;
  }

  public void setSubjectId(UUID subjectId) {
    this.subjectId = subjectId;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  /** Whether more entries fit than are counted and can be leafed through. */
  public boolean isMoreThanCounted() {
    return rows.getRowCount() > KeysetQuery.MOST_COUNTED;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }
}
