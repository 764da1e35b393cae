package dev.timbre.consent.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.faces.Refusals;
import dev.timbre.audit.control.SubjectHistory;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.consent.control.CaptureRequests;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.control.EvidenceKeeping;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.EvidenceKind;
import dev.timbre.consent.entity.Talent;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Uploaded;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.primefaces.event.FileUploadEvent;

/** One consent: its versions, its evidence, its withdrawal. */
@Named("consentPage")
@ViewScoped
public class ConsentBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int HISTORY = 50;

  @Inject ConsentLedger ledger;
  @Inject EvidenceKeeping keeping;
  @Inject CaptureRequests requests;
  @Inject SubjectHistory log;
  @Inject ConsentForm form;
  @Inject Me me;
  @Inject Notices notices;
  @Inject Refusals refusals;
  @Inject Clock clock;

  private UUID id;
  private String reason;
  private Consent consent;
  private EvidenceKind evidenceKind = EvidenceKind.DOCUMENT;
  private List<ConsentEvidence> evidence;
  private List<AuditEntry> history;

  public void open() {
    consent = ledger.get(id);
    evidence = keeping.ofConsent(id);
    history =
        Stream.concat(
                log.of(id, HISTORY).stream(),
                requests.ofConsent(id).stream().flatMap(c -> log.of(c.getId(), HISTORY).stream()))
            .sorted(Comparator.comparing(AuditEntry::getId).reversed())
            .toList();
    form.beginWith(consent);
  }

  /** Notes what the form says as a further version. */
  public String extend() {
    form.extend(consent);
    notices.done("consent.done.extended");
    return here();
  }

  private String here() {
    return "/consent.xhtml?faces-redirect=true&id=" + id;
  }

  /** Everything that rests on the consent stops. */
  public String withdraw() {
    ledger.withdraw(id, reason);
    notices.done("consent.done.withdrawn");
    return here();
  }

  public void addEvidence(FileUploadEvent event) throws IOException {
    try (Uploaded uploaded = Uploaded.of(event.getFile())) {
      keeping.add(id, evidenceKind, event.getFile().getFileName(), uploaded.path());
    } catch (RecordingRejected rejected) {
      notices.refusedWith(refusals.say(rejected));
      return;
    }
    notices.done("consent.done.evidence", event.getFile().getFileName());
    open();
  }

  /** Hands a piece of evidence out, always as a download. */
  public void download(ConsentEvidence piece) throws IOException {
    Faces.sendFile(keeping.content(id, piece.getId()).file(), piece.getFilename(), true);
  }

  public boolean isInForce() {
    return consent.isInForce(clock.instant());
  }

  /** Whether the reader keeps consents of every brand in what was agreed to last. */
  public boolean isKept() {
    return consent.newest().scope().brandIds().stream().allMatch(me::curates);
  }

  /** Whether the reader may withdraw it for the talent. */
  public boolean isWithdrawable() {
    return !consent.isWithdrawn()
        && consent.versionsFrom(clock.instant()).stream()
            .flatMap(version -> version.scope().brandIds().stream())
            .allMatch(brand -> me.curates(brand) || me.approves(brand));
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Consent getConsent() {
    return consent;
  }

  /** How to reach the talent; null where nobody knows, or the reader need not. */
  public String getContact() {
    Talent talent = consent.getTalent();
    return ledger.reachable(List.of(talent)).isEmpty() ? null : talent.getContact();
  }

  /** The newest first. */
  public List<ConsentVersion> getVersions() {
    return consent.getVersions().stream()
        .sorted(Comparator.comparing(ConsentVersion::getNumber).reversed())
        .toList();
  }

  /** Of all versions, the newest first. */
  public List<ConsentEvidence> getEvidence() {
    return evidence;
  }

  /** What somebody may add by hand; the text of a statement comes with the talent's answer. */
  public List<EvidenceKind> getEvidenceKinds() {
    return List.of(EvidenceKind.DOCUMENT, EvidenceKind.STATEMENT_RECORDING);
  }

  public EvidenceKind getEvidenceKind() {
    return evidenceKind;
  }

  public void setEvidenceKind(EvidenceKind evidenceKind) {
    this.evidenceKind = evidenceKind;
  }

  public List<AuditEntry> getHistory() {
    return history;
  }
}
