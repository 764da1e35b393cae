package dev.timbre.voice.faces;

import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audit.control.SubjectHistory;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.entity.Consent;
import dev.timbre.platform.control.OperationCatalogue;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Operation;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.RevisionState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** One voice with its clones, its consent, its recording and its history. */
@Named("voicePage")
@ViewScoped
public class VoiceBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int HISTORY = 40;

  /** Kind of the operation that makes a clone. */
  private static final String CLONING = "clone";

  private static final Set<CloneState> UNDER_WAY =
      Set.of(CloneState.REQUESTED, CloneState.CLONING, CloneState.DELETING);

  private static final Set<VoiceState> PROPOSABLE =
      Set.of(VoiceState.APPROVED, VoiceState.LIVE, VoiceState.SUSPENDED);

  @Inject VoiceCatalogue catalogue;
  @Inject ConsentLedger ledger;
  @Inject RecordingCatalogue recordings;
  @Inject SubjectHistory log;
  @Inject OperationCatalogue operations;
  @Inject Clock clock;

  private String id;
  private Voice voice;
  private List<Clone> clones;
  private List<Revision> revisions;
  private Consent consent;
  private Recording recording;
  private Recording prompt;
  private List<AuditEntry> history;

  /** Reads everything that the page shows. */
  public void open() {
    voice = catalogue.get(id == null ? "" : id);
    clones = catalogue.clonesOf(voice.getId());
    revisions = catalogue.revisionsOf(voice.getId());
    Revision revision = voice.getRevision();
    consent = ledger.get(revision.getConsentId());
    recording = found(revision.getRecordingId());
    prompt = found(revision.getPromptRecordingId());
    history =
        Stream.concat(Stream.of(voice.getId()), clones.stream().map(Clone::getId))
            .flatMap(subject -> log.of(subject, HISTORY).stream())
            .sorted(Comparator.comparing(AuditEntry::getId).reversed())
            .limit(HISTORY)
            .toList();
  }

  private Recording found(UUID recordingId) {
    return recordingId == null ? null : recordings.get(recordingId);
  }

  /** While something is being made, the page looks again; once it is made, it opens anew. */
  public void look() throws IOException {
    open();
    if (!isUnderWay()) {
      Faces.redirect("voice.xhtml?id=%s", voice.getAlias().value());
    }
  }

  public boolean isUnderWay() {
    return clones.stream()
        .anyMatch(
            clone ->
                UNDER_WAY.contains(clone.getState())
                    || clone.getState().speaks()
                        && clone.getPreview().state() == PreviewState.PENDING);
  }

  /** The work that makes a clone, so that the page can say how far it is; null when none is. */
  public Operation workOn(Clone clone) {
    return UNDER_WAY.contains(clone.getState())
        ? operations.findLatest(CLONING, clone.getId()).orElse(null)
        : null;
  }

  public boolean isConsentInForce() {
    return consent.isInForce(clock.instant());
  }

  /** Whether the voice speaks with this clone. */
  public boolean isPrimary(Clone clone) {
    return clone.getId().equals(voice.getPrimaryCloneId());
  }

  /** Whether a new revision may be proposed: the voice was approved, and none is on its way. */
  public boolean isProposable() {
    return isOpenForProposals(voice);
  }

  static boolean isOpenForProposals(Voice voice) {
    Revision proposal = voice.getProposal();
    return PROPOSABLE.contains(voice.getState())
        && (proposal == null || proposal.getState() == RevisionState.REJECTED);
  }

  /** Clones that nothing speaks with any more, and that an approver may delete. */
  public boolean isSuperfluous(Clone clone) {
    boolean counts = clone.getRevision().equals(voice.getRevision());
    boolean awaited = clone.getRevision().equals(voice.getProposal());
    boolean given =
        clone.getState() == CloneState.UNDELETABLE || !isPrimary(clone) && !counts && !awaited;
    return clone.isDeletable() && given;
  }

  /** The newest clone of the present revision; null when there is none. */
  public Clone getNewest() {
    return newestOf(voice.getRevision());
  }

  /** The newest clone of a revision; null when there is none. */
  public Clone newestOf(Revision revision) {
    return clones.stream()
        .filter(clone -> clone.getRevision().equals(revision))
        .max(Comparator.comparing(Identified::getId))
        .orElse(null);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public Voice getVoice() {
    return voice;
  }

  public List<Clone> getClones() {
    return clones;
  }

  public List<Revision> getRevisions() {
    return revisions;
  }

  public Consent getConsent() {
    return consent;
  }

  public Recording getRecording() {
    return recording;
  }

  public Recording getPrompt() {
    return prompt;
  }

  public List<AuditEntry> getHistory() {
    return history;
  }
}
