package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.storage.control.BlobStore;
import dev.timbre.storage.control.StoredAudio;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Preview;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.RevisionState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceFilter;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows voices and clones to those who may see their brand. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
public class VoiceCatalogue {

  @Inject Voices voices;
  @Inject Clones clones;
  @Inject BlobStore store;
  @Inject Access access;

  /**
   * @param idOrAlias a voice id or an alias
   * @throws NotFound when there is none, or the caller may not see its brand
   */
  @RolesAllowed({
    "curator",
    "approver",
    "auditor",
    "admin",
    "voices:read",
    "voices:write",
    "speech"
  })
  public Voice get(String idOrAlias) {
    Voice voice = voices.get(idOrAlias);
    if (!access.maySee(voice.getBrandId())) {
      throw new NotFound("voice-not-found", "There is no voice '" + idOrAlias + "'.");
    }
    return voice;
  }

  public Page<Voice> page(UUID brandId, VoiceState state, String text, PageRequest request) {
    return voices.page(filter(brandId, state, text), request);
  }

  public List<Voice> window(UUID brandId, VoiceState state, String text, int first, int size) {
    return voices.window(filter(brandId, state, text), first, size);
  }

  public long count(UUID brandId, VoiceState state, String text) {
    return voices.count(filter(brandId, state, text));
  }

  /** How many voices of the caller's brands stand in each state. */
  public Map<VoiceState, Long> countByState() {
    return voices.countByState(access.visibleBrands().orElse(null));
  }

  /** Voices of the caller's brands with a proposed revision in a state. */
  public List<Voice> proposing(RevisionState state, int limit) {
    return voices.proposing(state, access.visibleBrands().orElse(null), limit);
  }

  /** All revisions, the newest first. */
  public List<Revision> revisionsOf(UUID voiceId) {
    return voices.revisionsOf(get(voiceId.toString()).getId());
  }

  /** All clones, the newest first. */
  public List<Clone> clonesOf(UUID voiceId) {
    return clones.ofVoice(get(voiceId.toString()).getId());
  }

  /**
   * @throws NotFound when there is none, or the caller may not see its brand
   */
  public Clone getClone(UUID id) {
    Clone clone = clones.get(id);
    if (!access.maySee(voices.get(clone.getRevision().getVoiceId()).getBrandId())) {
      throw new NotFound("clone-not-found", "There is no clone " + id + ".");
    }
    return clone;
  }

  /** The copy of a clone's demo audio. */
  public StoredAudio preview(UUID cloneId) {
    Preview preview = getClone(cloneId).getPreview();
    if (preview.state() != PreviewState.STORED) {
      throw new NotFound("preview-not-found", "There is no preview (" + preview.state() + ").");
    }
    return store.audio(preview.audio());
  }

  /** Provisional clones of the caller's brands, the nearest deadline first. */
  public List<Clone> deadlines(int limit) {
    return clones.deadlines(access.visibleBrands().orElse(null), limit);
  }

  private VoiceFilter filter(UUID brandId, VoiceState state, String text) {
    return new VoiceFilter(access.visibleBrands().orElse(null), brandId, state, text);
  }
}
