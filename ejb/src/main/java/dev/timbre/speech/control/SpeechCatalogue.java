package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Use;
import dev.timbre.audit.entity.ActorKind;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.storage.control.BlobStore;
import dev.timbre.storage.control.StoredAudio;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Shows speeches: a client its own, people those of their brands. */
@Stateless
@RolesAllowed({"speech", "usage:read", "curator", "approver", "auditor", "admin"})
public class SpeechCatalogue {

  @Inject Speeches speeches;
  @Inject BlobStore store;
  @Inject Clients clients;
  @Inject Access access;

  /**
   * @throws NotFound when there is none, or the caller may not see it
   */
  public Speech get(UUID id) {
    Speech speech = speeches.get(id);
    if (!isVisible(speech)) {
      throw new NotFound("speech-not-found", "There is no speech " + id + ".");
    }
    return speech;
  }

  /** Whether the caller may see it. */
  public boolean isVisible(Speech speech) {
    return isClient()
        ? speech.getGrounds().clientId().equals(access.actor().id())
        : access.maySee(speech.getGrounds().brandId());
  }

  /** Speeches that sound exactly like this, of those that the caller may see. */
  public List<Speech> ofAudio(String sha256) {
    return isClient()
        ? speeches.ofAudio(sha256, null, access.actor().id())
        : speeches.ofAudio(sha256, access.visibleBrands().orElse(null), null);
  }

  /** The audio again, for example after a time-out of the caller. */
  public StoredAudio audio(UUID id) {
    Speech speech = get(id);
    if (speech.getState() != SpeechState.SPOKEN) {
      throw new NotFound(
          "speech-without-audio", "Speech " + id + " is " + speech.getState() + "; no audio.");
    }
    if (speech.getWithheld() != null) {
      throw new SpeechStopped(speech, speech.getWithheld());
    }
    return store.audio(speech.getAudio());
  }

  /** Voice, client and state may be null for all; the newest first. */
  public Page<Speech> page(UUID voiceId, UUID clientId, SpeechState state, PageRequest request) {
    UUID client = isClient() ? access.actor().id() : clientId;
    return speeches.page(access.visibleBrands().orElse(null), voiceId, client, state, request);
  }

  /** The uses under which the caller may speak; of people those of the console. */
  public List<Use> ownUses() {
    return clients.usesOf(access.speakingClient().getId());
  }

  private boolean isClient() {
    return access.actor().kind() == ActorKind.CLIENT;
  }
}
