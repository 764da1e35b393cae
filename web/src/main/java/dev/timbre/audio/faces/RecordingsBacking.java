package dev.timbre.audio.faces;

import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.platform.faces.LazyRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The list of recordings, and one of them by its id. */
@Named("recordingsPage")
@ViewScoped
public class RecordingsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject RecordingCatalogue catalogue;

  private UUID brandId;
  private RecordingPurpose purpose;
  private LazyRows<Recording> rows;
  private UUID id;
  private Recording recording;

  @PostConstruct
  void begin() {
    rows =
        new LazyRows<>(
            (first, size) -> catalogue.window(brandId, purpose, first, size),
            () -> catalogue.count(brandId, purpose));
  }

  /** Reads the one recording that a page is about. */
  public void open() {
    recording = catalogue.get(id);
  }

  public LazyRows<Recording> getRows() {
    return rows;
  }

  public RecordingPurpose[] getPurposes() {
    return RecordingPurpose.values();
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public RecordingPurpose getPurpose() {
    return purpose;
  }

  public void setPurpose(RecordingPurpose purpose) {
    this.purpose = purpose;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public Recording getRecording() {
    return recording;
  }
}
