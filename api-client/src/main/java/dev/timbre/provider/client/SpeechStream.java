package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.stream.AudioEvents;
import dev.timbre.provider.client.wire.speech.SpeechSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Speech while it is made: pieces of audio, then a summary. Close it always; closing it early frees
 * the connection, and what was made until then is charged. One thread reads; any may close.
 */
public final class SpeechStream implements AutoCloseable {

  private final Calls calls;
  private final AudioEvents audio;

  SpeechStream(Calls calls, AudioEvents audio) {
    this.calls = calls;
    this.audio = audio;
  }

  /**
   * Waits for the next piece of audio.
   *
   * @return never without bytes; empty when all is spoken
   * @throws ProviderException when the stream breaks off; pieces handed over before stay valid
   */
  public Optional<byte[]> next() {
    return calls.perform(Operation.SPEAK, audio::next);
  }

  /**
   * Writes the pieces that are left as they come, flushing after each.
   *
   * @return how many bytes
   * @throws ProviderException when the stream breaks off
   * @throws UncheckedIOException when {@code out} fails; this stream is closed then
   */
  public long transferTo(OutputStream out) {
    long written = 0;
    for (Optional<byte[]> piece = next(); piece.isPresent(); piece = next()) {
      try {
        out.write(piece.get());
        out.flush();
      } catch (IOException ours) {
        close();
        throw new UncheckedIOException("The streamed audio could not be written", ours);
      }
      written += piece.get().length;
    }
    return written;
  }

  /**
   * What the provider says about the whole.
   *
   * @throws IllegalStateException while not all is spoken
   */
  public SpeechSummary summary() {
    return audio
        .last()
        .map(last -> SpeechSummary.read(last, audio.traceId()))
        .orElseThrow(() -> new IllegalStateException("The stream has not come to its end"));
  }

  /**
   * The provider's id of the request; known from the start where the provider says it in a header.
   */
  public Optional<String> traceId() {
    return audio.traceId();
  }

  /** Ends the stream and wakes its reader. */
  @Override
  public void close() {
    audio.close();
  }
}
