package dev.timbre.voice.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.faces.UploadBacking;
import dev.timbre.consent.faces.ConsentForm;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Uploaded;
import dev.timbre.voice.control.RevisionProposals;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.control.VoiceDraft;
import dev.timbre.voice.control.VoiceRegistration;
import dev.timbre.voice.entity.Alias;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.primefaces.event.FileUploadEvent;

/**
 * The guided form: the voice, its recording, its consent, options and review. For a voice that was
 * approved before, it proposes a new revision.
 */
@Named("newVoice")
@ViewScoped
public class NewVoiceBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int LAST_STEP = 4;

  @Inject VoiceRegistration registration;
  @Inject RevisionProposals proposals;
  @Inject VoiceCatalogue catalogue;
  @Inject RecordingCatalogue recordings;
  @Inject BrandRegister brands;
  @Inject UploadBacking upload;
  @Inject ConsentForm consentForm;
  @Inject Notices notices;

  private final VoiceForm form = new VoiceForm();
  private String edit;
  private UUID recordingId;
  private Voice voice;
  private int step = 1;

  /** Begins with a recording that the reader came from, or with the draft that they change. */
  public void open() {
    form.setRecordingId(recordingId);
    if (edit != null) {
      voice = catalogue.get(edit);
      form.fill(voice, isProposing() ? voice.getRevision() : voice.getPending());
      step = voice.getState() == VoiceState.DRAFT ? 1 : 2;
    } else if (recordingId != null) {
      form.setBrandId(recordings.get(recordingId).getBrandId());
    }
  }

  public void next() {
    if (step == 1) {
      new Alias(alias()); // says at once what is wrong with it
    }
    if (step == 2 && form.getRecordingId() == null && !isRecordingOptional()) {
      notices.refused(isImported() ? "newVoice.recording.imported" : "newVoice.recording.missing");
    } else if (step == 3 && form.getConsentId() == null) {
      notices.refused("newVoice.consent.missing");
    } else {
      step = Math.min(step + 1, LAST_STEP);
    }
  }

  public void back() {
    step = Math.max(1, step - 1);
  }

  /** Takes an upload of the second step and chooses it. */
  public void take(FileUploadEvent event) throws IOException {
    if (Uploaded.comesTooEarly(event)) {
      return;
    }
    upload.setBrandId(form.getBrandId());
    upload.take(event);
    Recording taken = upload.getRecording();
    if (taken != null && taken.getPurpose() == RecordingPurpose.CLONE_SOURCE) {
      form.setRecordingId(taken.getId());
    } else if (taken != null) {
      form.setPromptRecordingId(taken.getId());
    }
  }

  /** Notes a consent in the third step and chooses it. */
  public void noteConsent() {
    form.setConsentId(consentForm.save());
    notices.done("consent.saved");
  }

  public String save() {
    keep();
    return "/voice.xhtml?faces-redirect=true&id=" + alias();
  }

  public String submit() {
    UUID id = keep();
    registration.submit(id, null);
    notices.done("voice.done.submitted", form.getName());
    return "/voice.xhtml?faces-redirect=true&id=" + alias();
  }

  private UUID keep() {
    if (voice == null) {
      UUID id =
          registration.register(
              new VoiceDraft(
                  alias(),
                  form.getLanguage(),
                  form.getName(),
                  form.getDescription(),
                  form.choice()));
      voice = catalogue.get(id.toString()); // a failed submission must not register it again
      notices.done("voice.done.created", form.getName());
    } else {
      registration.update(
          voice.getId(),
          null,
          form.getName(),
          form.getDescription(),
          isProposing() ? null : form.choice());
      if (isProposing()) {
        proposals.propose(voice.getId(), null, form.choice());
        voice =
            catalogue.get(
                voice.getId().toString()); // a failed submission must not propose it again
        notices.done("voice.done.proposed", form.getName());
      } else {
        notices.done("voice.done.changed", form.getName());
      }
    }
    return voice.getId();
  }

  /** The whole alias. */
  public String alias() {
    return brands.get(form.getBrandId()).getSlug() + "." + form.getShortAlias();
  }

  public Recording getRecording() {
    return form.getRecordingId() == null ? null : recordings.get(form.getRecordingId());
  }

  public VoiceForm getForm() {
    return form;
  }

  public int getStep() {
    return step;
  }

  /** Whether a new revision of an approved voice begins, rather than a draft that is changed. */
  public boolean isProposing() {
    return voice != null && VoiceBacking.isOpenForProposals(voice);
  }

  /** Whether the voice was found at a provider, so that its first clone was not made here. */
  private boolean isImported() {
    return voice != null && voice.getImportedFrom() != null;
  }

  /** Whether it may do without a recording: what was imported, in the revision it came with. */
  public boolean isRecordingOptional() {
    return isImported() && !isProposing();
  }

  /** Whether a draft is being changed, so that brand, alias and language stay. */
  public boolean isChanging() {
    return voice != null;
  }

  public String getEdit() {
    return edit;
  }

  public void setEdit(String edit) {
    this.edit = edit;
  }

  public UUID getRecordingId() {
    return recordingId;
  }

  public void setRecordingId(UUID recordingId) {
    this.recordingId = recordingId;
  }
}
