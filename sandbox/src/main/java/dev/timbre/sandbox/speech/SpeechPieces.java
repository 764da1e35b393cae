package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.Recital;
import dev.timbre.sandbox.audio.StreamEncoder;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Speech in pieces of about a second, as hex, each spoken and encoded when it is asked for. */
public final class SpeechPieces implements Iterator<String>, AutoCloseable {
  private final SpeechRequest request;
  private final Recital recital;
  private final StreamEncoder encoder;
  private final int pieceBytes;
  private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
  private boolean encoded;
  private boolean closed;

  SpeechPieces(SpeechRequest request, Recital recital) {
    Encoding encoding = request.manner().encoding();
    this.request = request;
    this.recital = recital;
    this.encoder = new StreamEncoder(encoding);
    this.pieceBytes = Math.max(2, encoding.effectiveBitrate() / 8 & ~1);
  }

  @Override
  public boolean hasNext() {
    while (!encoded && !closed && ready.size() < pieceBytes) {
      encodeMore();
    }
    return !closed && ready.size() > 0;
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    byte[] all = ready.toByteArray();
    int now = Math.min(all.length, pieceBytes);
    ready.reset();
    ready.write(all, now, all.length - now);
    return HexFormat.of().formatHex(all, 0, now);
  }

  private void encodeMore() {
    if (recital.hasNext()) {
      ready.writeBytes(encoder.add(recital.next()));
    } else {
      ready.writeBytes(encoder.finish());
      encoded = true;
    }
  }

  /** What was spoken so far; the whole when there is no next piece. */
  public Speech speech() {
    return new Speech(request, recital.spoken());
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
