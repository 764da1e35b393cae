package dev.timbre.sandbox.socket;

import io.undertow.websockets.core.StreamSourceFrameChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.xnio.IoUtils;

/**
 * A text message while it arrives, in as many frames as its sender likes. The server's own reader
 * takes up all that lies ready before it looks at its limit; this one looks at every piece.
 */
final class TextMessage {
  /** What a message may have. */
  static final int MAX_BYTES = 1 << 20;

  private static final int PIECE_BYTES = 16 << 10;

  private final StreamSourceFrameChannel source;
  private final Consumer<String> whole;
  private final Runnable tooBig;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);

  /**
   * Made when the first bytes are there.
   *
   * @param whole takes the message
   * @param tooBig is told instead when it is larger than {@link #MAX_BYTES}
   */
  TextMessage(StreamSourceFrameChannel source, Consumer<String> whole, Runnable tooBig) {
    this.source = source;
    this.whole = whole;
    this.tooBig = tooBig;
  }

  /** Takes up what is there, and the rest when it comes; never waits. */
  void read() {
    try {
      int count = readOnce();
      while (count > 0) {
        received.write(piece.array(), 0, count);
        if (received.size() > MAX_BYTES) {
          source.suspendReads();
          tooBig.run();
          return;
        }
        count = readOnce();
      }
      if (count == 0) {
        source.getReadSetter().set(channel -> read());
        source.resumeReads();
      } else {
        source.close();
        whole.accept(decoded());
      }
    } catch (IOException e) {
      // A broken line or text that is not UTF-8: the caller's affair.
      IoUtils.safeClose(source.getWebSocketChannel());
    }
  }

  private int readOnce() throws IOException {
    piece.clear();
    return source.read(piece);
  }

  private String decoded() throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(received.toByteArray()))
        .toString();
  }
}
