package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.stream.AudioEvents;
import dev.timbre.provider.client.wire.speech.SpeechSummary;

/** Speech while it is made: pieces of audio, then a summary. */
public final class SpeechStream extends AudioStream {

  SpeechStream(Calls calls, AudioEvents audio) {
    super(calls, Operation.SPEAK, audio);
  }

  /**
   * What the provider says about the whole.
   *
   * @throws IllegalStateException while not all is spoken
   */
  public SpeechSummary summary() {
    return SpeechSummary.read(last(), traceId());
  }
}
