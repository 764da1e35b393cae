package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Event;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Speech as events, spoken and encoded while it is sent: about a second of sound in each, then one
 * that closes the stream, with the whole sound encoded anew unless the caller does not want it.
 */
final class SpeechStream implements Iterator<Event>, AutoCloseable {
  private final SpeechPieces pieces;
  private final Function<Speech, ObjectNode> last;
  private final String traceId;
  private boolean ended;

  /**
   * A stream that has not begun.
   *
   * @param last makes the event that closes the stream from all that was spoken
   * @param traceId repeated in each event
   */
  SpeechStream(SpeechPieces pieces, Function<Speech, ObjectNode> last, String traceId) {
    this.pieces = pieces;
    this.last = last;
    this.traceId = traceId;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Event next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (pieces.hasNext()) {
      return Event.of(SpeechAnswer.piece(pieces.next(), traceId));
    }
    close();
    return Event.of(last.apply(pieces.speech()));
  }

  /** Frees the encoder, also when nobody wants the rest. */
  @Override
  public void close() {
    ended = true;
    pieces.close();
  }
}
