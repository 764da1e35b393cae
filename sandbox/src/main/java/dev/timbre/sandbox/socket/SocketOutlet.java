package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Events as text frames of a WebSocket. */
final class SocketOutlet implements Outlet {
  /** How long the other side may take to answer that the connection is closed. */
  private static final int CLOSE_SECONDS = 3;

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
      cutLater();
      WebSockets.sendCloseBlocking(CloseMessage.NORMAL_CLOSURE, "", channel);
    }
  }

  /** Closes the connection because a message was too big; does not wait. */
  void closeTooBig() {
    cutLater();
    WebSockets.sendClose(new CloseMessage(CloseMessage.MSG_TOO_BIG, ""), channel, null);
  }

  /** Cuts a line that the other side leaves open. */
  private void cutLater() {
    XnioExecutor.Key cut =
        channel
            .getIoThread()
            .executeAfter(() -> IoUtils.safeClose(channel), CLOSE_SECONDS, TimeUnit.SECONDS);
    channel.addCloseTask(closed -> cut.remove());
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
