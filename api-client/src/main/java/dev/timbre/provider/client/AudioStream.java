package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.stream.AudioEvents;
import dev.timbre.provider.client.wire.WireObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Audio while it is made: pieces, then what there is to say about the whole. Close it always;
 * closing it early frees the connection, and what was made until then is charged. One thread reads;
 * any may close.
 */
public abstract sealed class AudioStream implements AutoCloseable
    permits SpeechStream, MusicStream {

  private final Calls calls;
  private final Operation operation;
  private final AudioEvents audio;

  AudioStream(Calls calls, Operation operation, AudioEvents audio) {
    this.calls = calls;
    this.operation = operation;
    this.audio = audio;
  }

  /**
   * Waits for the next piece of audio.
   *
   * @return never without bytes; empty when all is there
   * @throws ProviderException when the stream breaks off; pieces handed over before stay valid
   */
  public final Optional<byte[]> next() {
    return calls.perform(operation, audio::next);
  }

  /**
   * Writes the pieces that are left as they come, flushing after each.
   *
   * @return how many bytes
   * @throws ProviderException when the stream breaks off
   * @throws UncheckedIOException when {@code out} fails; this stream is closed then
   */
  public final long transferTo(OutputStream out) {
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
   * The event that ended the stream.
   *
   * @throws IllegalStateException while it has not come
   */
  final WireObject last() {
    return audio
        .last()
        .orElseThrow(() -> new IllegalStateException("The stream has not come to its end"));
  }

  /**
   * The provider's id of the request; known from the start where the provider says it in a header.
   */
  public final Optional<String> traceId() {
    return audio.traceId();
  }

  /** Ends the stream and wakes its reader. */
  @Override
  public final void close() {
    audio.close();
  }
}
