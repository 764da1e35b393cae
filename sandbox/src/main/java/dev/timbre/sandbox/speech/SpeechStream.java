package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.audio.StreamEncoder;
import dev.timbre.sandbox.audio.Synthesiser;
import dev.timbre.sandbox.http.Event;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Speech as events, spoken and encoded while it is sent: about a second of sound in each, then one
 * that closes the stream, with the whole sound encoded anew unless the caller does not want it.
 */
final class SpeechStream implements Iterator<Event>, AutoCloseable {
  private final Iterator<Pcm> sentences;
  private final Function<Pcm, SpeechAnswer> answer;
  private final StreamEncoder encoder;
  private final int pieceBytes;
  private final String traceId;
  private final List<Pcm> spoken = new ArrayList<>();
  private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
  private boolean encoded;
  private boolean closed;

  /**
   * A stream that has not begun.
   *
   * @param traceId repeated in each event
   * @param answer what is said of the whole sound at the end
   */
  SpeechStream(
      Encoding encoding,
      String traceId,
      Iterator<Pcm> sentences,
      Function<Pcm, SpeechAnswer> answer) {
    this.traceId = traceId;
    this.sentences = sentences;
    this.answer = answer;
    this.encoder = new StreamEncoder(encoding);
    this.pieceBytes = Math.max(2, encoding.effectiveBitrate() / 8 & ~1);
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
    return Event.of(answer.apply(Synthesiser.joined(spoken)).last());
  }

  private void encodeMore() {
    if (sentences.hasNext()) {
      Pcm sentence = sentences.next();
      spoken.add(sentence);
      ready.writeBytes(encoder.add(sentence));
      return;
    }
    if (spoken.stream().allMatch(sentence -> sentence.samples().length == 0)) {
      ready.writeBytes(encoder.add(Synthesiser.joined(spoken)));
    }
    ready.writeBytes(encoder.finish());
    encoded = true;
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
