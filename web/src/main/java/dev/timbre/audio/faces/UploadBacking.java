package dev.timbre.audio.faces;

import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.control.RecordingUpload;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Uploaded;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.file.UploadedFile;

/** Takes a recording and shows what preflight found: its report, or the rule that it broke. */
@Named("upload")
@ViewScoped
public class UploadBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject RecordingUpload useCase;
  @Inject RecordingCatalogue catalogue;
  @Inject Notices notices;

  private RecordingPurpose purpose = RecordingPurpose.CLONE_SOURCE;
  private UUID brandId;
  private UUID talentId;
  private String transcript;
  private Recording recording;
  private String filename;
  private RecordingRule rule;
  private RecordingFact found;
  private RecordingFact allowed;

  public void take(FileUploadEvent event) throws IOException {
    if (Uploaded.comesTooEarly(event)) {
      return;
    }
    UploadedFile file = event.getFile();
    filename = file.getFileName();
    recording = null;
    rule = null;
    try (Uploaded uploaded = Uploaded.of(file)) {
      UUID id =
          useCase.upload(
              uploaded.path(),
              new Recording.Label(purpose, brandId, talentId, filename, transcript));
      recording = catalogue.get(id);
      notices.done("recordings.taken", filename);
    } catch (RecordingRejected rejected) {
      rule = rejected.rule();
      found = rejected.found();
      allowed = rejected.allowed();
    }
  }

  public RecordingPurpose getPurpose() {
    return purpose;
  }

  public void setPurpose(RecordingPurpose purpose) {
    this.purpose = purpose;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public UUID getTalentId() {
    return talentId;
  }

  public void setTalentId(UUID talentId) {
    this.talentId = talentId;
  }

  public String getTranscript() {
    return transcript;
  }

  public void setTranscript(String transcript) {
    this.transcript = transcript;
  }

  /** The recording that was kept; null when none was, or the file was refused. */
  public Recording getRecording() {
    return recording;
  }

  public String getFilename() {
    return filename;
  }

  /** The rule that the file broke; null when it broke none. */
  public RecordingRule getRule() {
    return rule;
  }

  /** What the file is or has; null where the rule is about no single value. */
  public RecordingFact getFound() {
    return found;
  }

  public RecordingFact getAllowed() {
    return allowed;
  }
}
