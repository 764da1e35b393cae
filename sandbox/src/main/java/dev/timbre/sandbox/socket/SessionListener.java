package dev.timbre.sandbox.socket;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
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
    String text = message.getData();
    // The server's own limit overlooks what was there before it had to wait for more.
    if (text.length() > MAX_MESSAGE_BYTES) {
      closeTooBig(channel);
    } else {
      session.receive(text);
    }
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

  private static void closeTooBig(WebSocketChannel channel) {
    CloseMessage reason = new CloseMessage(CloseMessage.MSG_TOO_BIG, "");
    WebSockets.sendClose(reason, channel, new ClosingCallback());
  }

  /** Closes the connection once the close frame was sent, or could not be. */
  private static final class ClosingCallback implements WebSocketCallback<Void> {
    @Override
    public void complete(WebSocketChannel channel, Void context) {
      IoUtils.safeClose(channel);
    }

    @Override
    public void onError(WebSocketChannel channel, Void context, Throwable error) {
      IoUtils.safeClose(channel);
    }
  }
}
