package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import org.xnio.IoUtils;

/** Events as text frames of a WebSocket. */
final class SocketOutlet implements Outlet {
  private final WebSocketChannel channel;

  SocketOutlet(WebSocketChannel channel) {
    this.channel = channel;
  }

  @Override
  public void send(ObjectNode event) throws IOException {
    sendText(event.toString());
  }

  @Override
  public void sendText(String text) throws IOException {
    WebSockets.sendTextBlocking(text, channel);
  }

  @Override
  public void close() throws IOException {
    if (!channel.isCloseFrameSent()) {
      WebSockets.sendCloseBlocking(CloseMessage.NORMAL_CLOSURE, "", channel);
    }
  }

  @Override
  public void cut() {
    IoUtils.safeClose(channel);
  }
}
