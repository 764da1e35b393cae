package dev.timbre.provider.client;

import dev.timbre.provider.client.api.VoiceCloneApi;
import dev.timbre.provider.client.api.VoiceDesignApi;
import dev.timbre.provider.client.api.VoicesApi;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.DeletedVoice;
import dev.timbre.provider.client.wire.voice.DesignAnswer;
import dev.timbre.provider.client.wire.voice.DesignRequest;
import dev.timbre.provider.client.wire.voice.VoiceDeletion;
import dev.timbre.provider.client.wire.voice.VoiceList;
import dev.timbre.provider.client.wire.voice.VoiceQuery;
import dev.timbre.provider.client.wire.voice.VoiceType;

/** The voices of an account. */
public final class Voices {

  private final Calls calls;

  Voices(Calls calls) {
    this.calls = calls;
  }

  /** Makes a voice; answers after seconds to tens of seconds. The preview is charged. */
  public CloneAnswer cloneFrom(CloneRequest request) {
    return calls.perform(
        Operation.CLONE_VOICE,
        () -> calls.clients().get(VoiceCloneApi.class, calls.timeouts().cloning()).clone(request));
  }

  /**
   * Makes a voice from a description; answers after seconds to tens of seconds. The trial audio is
   * charged.
   */
  public DesignAnswer design(DesignRequest request) {
    return calls.perform(
        Operation.DESIGN_VOICE,
        () ->
            calls.clients().get(VoiceDesignApi.class, calls.timeouts().cloning()).design(request));
  }

  /** Lists voices; an unused clone is not among them. */
  public VoiceList list(VoiceType type) {
    return calls.perform(Operation.LIST_VOICES, () -> api().list(new VoiceQuery(type)));
  }

  /** Deletes a cloned or designed voice; its id can never be used again. */
  public DeletedVoice delete(VoiceType type, String voiceId) {
    return calls.perform(
        Operation.DELETE_VOICE, () -> api().delete(new VoiceDeletion(type, voiceId)));
  }

  private VoicesApi api() {
    return calls.clients().get(VoicesApi.class, calls.timeouts().read());
  }
}
