package dev.timbre.sandbox.socket;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import org.xnio.IoUtils;

/** Hands messages to a session; one beyond 1 MiB ends it before it is kept. */
final class SessionListener extends AbstractReceiveListener {
  private final SocketSession session;
  private final SocketOutlet outlet;

  SessionListener(SocketSession session, SocketOutlet outlet) {
    this.session = session;
    this.outlet = outlet;
  }

  @Override
  protected void onText(WebSocketChannel channel, StreamSourceFrameChannel message) {
    new TextMessage(message, session::receive, outlet::closeTooBig).read();
  }

  @Override
  protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
    message.getData().free();
    session.receiveBinary();
  }

  @Override
  protected void onError(WebSocketChannel channel, Throwable error) {
    // A broken line or a broken frame: the caller's affair.
    IoUtils.safeClose(channel);
  }

  @Override
  protected long getMaxBinaryBufferSize() {
    return TextMessage.MAX_BYTES;
  }
}
