package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
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
    try {
      // The channel's own thread may be reading from it at this moment.
      channel.getIoThread().execute(() -> IoUtils.safeClose(channel));
    } catch (RejectedExecutionException e) {
      // The server has stopped, and its connections with it.
      IoUtils.safeClose(channel);
    }
  }
}
