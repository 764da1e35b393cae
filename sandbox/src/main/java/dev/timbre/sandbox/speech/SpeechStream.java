package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.Recital;
import dev.timbre.sandbox.audio.Spoken;
import dev.timbre.sandbox.audio.StreamEncoder;
import dev.timbre.sandbox.http.Event;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Speech as events, spoken and encoded while it is sent: about a second of sound in each, then one
 * that closes the stream, with the whole sound encoded anew unless the caller does not want it.
 */
final class SpeechStream implements Iterator<Event>, AutoCloseable {
  private final Recital recital;
  private final Function<Spoken, ObjectNode> last;
  private final String traceId;
  private final StreamEncoder encoder;
  private final int pieceBytes;
  private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
  private boolean encoded;
  private boolean closed;

  /**
   * A stream that has not begun.
   *
   * @param last makes the event that closes the stream from all that was spoken
   * @param traceId repeated in each event
   */
  SpeechStream(
      Recital recital, Encoding encoding, Function<Spoken, ObjectNode> last, String traceId) {
    this.recital = recital;
    this.last = last;
    this.traceId = traceId;
    this.encoder = new StreamEncoder(encoding);
    this.pieceBytes = Speech.pieceBytes(encoding);
  }

  @Override
  public boolean hasNext() {
    return !closed;
  }

  @Override
  public Event next() {
    if (closed) {
      throw new NoSuchElementException();
    }
    while (!encoded && ready.size() < pieceBytes) {
      encodeMore();
    }
    if (ready.size() > 0) {
      return Event.of(SpeechAnswer.piece(take(), traceId));
    }
    close();
    return Event.of(last.apply(recital.spoken()));
  }

  private void encodeMore() {
    if (recital.hasNext()) {
      ready.writeBytes(encoder.add(recital.next()));
    } else {
      ready.writeBytes(encoder.finish());
      encoded = true;
    }
  }

  private byte[] take() {
    byte[] all = ready.toByteArray();
    int now = Math.min(all.length, pieceBytes);
    ready.reset();
    ready.write(all, now, all.length - now);
    return Arrays.copyOf(all, now);
  }

  /** Frees the encoder, also when nobody wants the rest. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      encoder.close();
    }
  }
}
