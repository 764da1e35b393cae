package dev.timbre.sandbox.socket;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import org.xnio.IoUtils;

/** Hands messages to a session; larger ones than 1 MiB close the connection with 1009. */
final class SessionListener extends AbstractReceiveListener {
  private static final long MAX_MESSAGE_BYTES = 1 << 20;

  private final SocketSession session;

  SessionListener(SocketSession session) {
    this.session = session;
  }

  @Override
  protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
    session.receive(message.getData());
  }

  @Override
  protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
    message.getData().free();
    session.receiveBinary();
  }

  @Override
  protected void onError(WebSocketChannel channel, Throwable error) {
    // A broken line, a broken frame or text that is not UTF-8: the caller's affair.
    IoUtils.safeClose(channel);
  }

  @Override
  protected long getMaxTextBufferSize() {
    return MAX_MESSAGE_BYTES;
  }

  @Override
  protected long getMaxBinaryBufferSize() {
    return MAX_MESSAGE_BYTES;
  }
}
