package dev.timbre.voice.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.audit.control.AuditSearch;
import dev.timbre.audit.control.SubjectHistory;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditFilter;
import dev.timbre.platform.error.NotFound;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first page: how the voices stand, which deadlines run, what happened lately. */
@Named("overview")
@RequestScoped
public class OverviewBacking {

  private static final int DEADLINES = 10;
  private static final int EVENTS = 12;
  private static final int VOICES = 10;

  @Inject VoiceCatalogue catalogue;
  @Inject AuditSearch audit;
  @Inject SubjectHistory histories;
  @Inject Me me;

  private Map<VoiceState, Long> counts;
  private List<Clone> deadlines;
  private List<AuditEntry> events;

  public VoiceState[] getStates() {
    return VoiceState.values();
  }

  public long count(VoiceState state) {
    if (counts == null) {
      counts = new EnumMap<>(VoiceState.class);
      counts.putAll(catalogue.countByState());
    }
    return counts.getOrDefault(state, 0L);
  }

  public List<Clone> getDeadlines() {
    if (deadlines == null) {
      deadlines = catalogue.deadlines(DEADLINES);
    }
    return deadlines;
  }

  public Voice voiceOf(Clone clone) {
    return catalogue.get(clone.getRevision().getVoiceId().toString());
  }

  /** The latest entries of the log; for those who may not read all of it, those of their voices. */
  public List<AuditEntry> getEvents() {
    if (events == null) {
      events = me.isLogReader() ? audit.window(AuditFilter.ALL, 0, EVENTS) : eventsOfVoices();
    }
    return events;
  }

  private List<AuditEntry> eventsOfVoices() {
    return catalogue.window(null, null, null, 0, VOICES).stream()
        .flatMap(voice -> histories.of(voice.getId(), EVENTS).stream())
        .sorted(Comparator.comparing(AuditEntry::getId).reversed())
        .limit(EVENTS)
        .toList();
  }

  /** The voice that an entry is about; null when it is about something else. */
  public Voice subjectOf(AuditEntry entry) {
    if (entry.getSubjectId() == null) {
      return null;
    }
    try {
      return switch (entry.getAction().subjectType()) {
        case "voice" -> catalogue.get(entry.getSubjectId().toString());
        case "clone" -> voiceOf(catalogue.getClone(entry.getSubjectId()));
        default -> null;
      };
    } catch (NotFound e) {
      return null; // what was refused may never have been there
    }
  }
}
