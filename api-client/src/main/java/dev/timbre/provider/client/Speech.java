package dev.timbre.provider.client;

import dev.timbre.provider.client.api.SpeechApi;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechRequest;

/** Text to speech. */
public final class Speech {

  private final Calls calls;

  Speech(Calls calls) {
    this.calls = calls;
  }

  /** Speaks, in one answer. Charged, and with a new voice the voice fee too. */
  public SpeechAnswer speak(SpeechRequest request) {
    return calls.perform(
        Operation.SPEAK,
        () -> calls.clients().get(SpeechApi.class, calls.timeouts().speaking()).speak(request));
  }

  /**
   * Opens a session that speaks text after text over one WebSocket; answers when the provider is
   * ready for the first. Nothing is charged until a text is said.
   */
  public SpeechSession openSession(SocketSetting setting) {
    return calls.perform(Operation.OPEN_SPEECH_SOCKET, () -> calls.sockets().open(setting));
  }
}
