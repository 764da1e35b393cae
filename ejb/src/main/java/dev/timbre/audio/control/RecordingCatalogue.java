package dev.timbre.audio.control;

import dev.timbre.access.control.Access;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.Recordings;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.storage.control.BlobStore;
import dev.timbre.storage.control.StoredAudio;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Shows recordings to those who may see their brand. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "recordings:write"})
public class RecordingCatalogue {

  @Inject Recordings recordings;
  @Inject BlobStore store;
  @Inject Access access;

  /**
   * @throws NotFound when there is none, or the caller may not see its brand
   */
  public Recording get(UUID id) {
    Recording recording = recordings.get(id);
    if (!access.maySee(recording.getBrandId())) {
      throw new NotFound("recording-not-found", "There is no recording " + id + ".");
    }
    return recording;
  }

  /** The bytes as they were uploaded. */
  public StoredAudio audio(UUID id) {
    return store.audio(get(id).getOriginal());
  }

  /** JSON of the waveform. */
  public Path waveform(UUID id) {
    return store.file(get(id).getWaveform());
  }

  /** Brand and purpose may be null for all. */
  public Page<Recording> page(UUID brandId, RecordingPurpose purpose, PageRequest request) {
    return recordings.page(access.visibleBrands().orElse(null), brandId, purpose, request);
  }

  public List<Recording> window(UUID brandId, RecordingPurpose purpose, int first, int size) {
    return recordings.window(access.visibleBrands().orElse(null), brandId, purpose, first, size);
  }

  public long count(UUID brandId, RecordingPurpose purpose) {
    return recordings.count(access.visibleBrands().orElse(null), brandId, purpose);
  }
}
