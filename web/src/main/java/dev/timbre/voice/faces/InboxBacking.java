package dev.timbre.voice.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.faces.Names;
import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.control.EvidenceKeeping;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.platform.faces.Words;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an approver looks at before they decide; read once for each request. */
@Named("inbox")
@RequestScoped
public class InboxBacking {

  /** The consent in its newest version is shown in full; that its number differs says nothing. */
  private static final String CONSENT_VERSION = "consentVersion";

  @Inject RecordingCatalogue recordings;
  @Inject ConsentLedger ledger;
  @Inject EvidenceKeeping keeping;
  @Inject BrandRegister brands;
  @Inject Names names;
  @Inject Words words;
  @Inject Clock clock;

  private final Map<UUID, Recording> readRecordings = new HashMap<>();
  private final Map<UUID, Consent> readConsents = new HashMap<>();
  private final Map<UUID, List<ConsentEvidence>> readEvidence = new HashMap<>();

  /** Null for an imported voice that was not cloned from one. */
  public Recording recording(Voice voice) {
    UUID id = voice.getPending().getRecordingId();
    return id == null ? null : recordingOf(id);
  }

  /** Null without a prompt. */
  public Recording prompt(Voice voice) {
    UUID id = voice.getPending().getPromptRecordingId();
    return id == null ? null : recordingOf(id);
  }

  public Consent consent(Voice voice) {
    return readConsents.computeIfAbsent(voice.getPending().getConsentId(), ledger::get);
  }

  /** What proves the consent: documents, and statements in the talent's own voice. */
  public List<ConsentEvidence> evidence(Voice voice) {
    UUID counting = consent(voice).countingAt(clock.instant()).getId();
    return readEvidence.computeIfAbsent(counting, keeping::of);
  }

  public boolean inForce(Voice voice) {
    return consent(voice).isInForce(clock.instant());
  }

  /** How many different approvers the voice's brand asks for. */
  public int approvalsRequired(Voice voice) {
    return brands.get(voice.getBrandId()).getApprovalsRequired();
  }

  /** What the pending revision would change, in words; empty for a voice's first one. */
  public List<Change> changes(Voice voice) {
    Revision pending = voice.getPending();
    return pending.equals(voice.getRevision())
        ? List.of()
        : pending.differencesFrom(voice.getRevision()).stream()
            .filter(change -> !CONSENT_VERSION.equals(change.field()))
            .map(this::said)
            .toList();
  }

  private Change said(Change change) {
    return new Change(
        change.field(),
        said(change.field(), change.before()),
        said(change.field(), change.after()));
  }

  private String said(String field, String value) {
    if (value == null) {
      return words.fill("none");
    }
    return switch (field) {
      case "recording", "promptRecording" -> recordingOf(UUID.fromString(value)).getFilename();
      case "consent" -> said(ledger.get(UUID.fromString(value)));
      case "noiseReduction", "volumeNormalisation", "watermark" -> words.fill("revision." + value);
      default -> value;
    };
  }

  private String said(Consent consent) {
    return words.fill(
        "revision.consent", consent.getTalent().getName(), names.shortened(consent.getId()));
  }

  private Recording recordingOf(UUID id) {
    return readRecordings.computeIfAbsent(id, recordings::get);
  }
}
