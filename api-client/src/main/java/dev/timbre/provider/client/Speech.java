package dev.timbre.provider.client;

import dev.timbre.provider.client.api.SpeechApi;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.stream.AudioEvents;
import dev.timbre.provider.client.wire.WireRequest;
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
        () ->
            calls
                .clients()
                .get(SpeechApi.class, calls.timeouts().speaking())
                .speak(request.requireWhole()));
  }

  /**
   * Speaks, in pieces as they are made. Waits for the start of the answer, and later for each
   * piece, as long as {@link Timeouts#speaking} says. Charged like {@link #speak}, also when it is
   * closed early.
   *
   * @throws InvalidRequest when the request has an option that streams do not have
   */
  public SpeechStream stream(SpeechRequest request) {
    WireRequest asked = request.asStream();
    return calls.perform(
        Operation.SPEAK,
        () ->
            new SpeechStream(
                calls,
                new AudioEvents(
                    calls.streams().open(Operation.SPEAK, asked, calls.timeouts().speaking()))));
  }

  /**
   * Opens a session that speaks text after text over one WebSocket; answers when the provider is
   * ready for the first. Nothing is charged until a text is said.
   */
  public SpeechSession openSession(SocketSetting setting) {
    return calls.perform(Operation.OPEN_SPEECH_SOCKET, () -> calls.sockets().open(setting));
  }
}
