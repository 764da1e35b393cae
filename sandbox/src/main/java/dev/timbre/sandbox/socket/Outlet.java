package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Where the events of a session go. Used by one thread at a time. */
interface Outlet {
  /**
   * Sends an event, and waits until the caller's side has taken it up.
   *
   * @throws IOException when the connection is gone
   * @throws InterruptedException when the sandbox stops while a fault holds the event
   */
  void send(ObjectNode event) throws IOException, InterruptedException;

  /** Sends a text message that is no event. */
  void sendText(String text) throws IOException, InterruptedException;

  /** Closes the connection as the protocol wants it. */
  void close() throws IOException;

  /** Closes the connection without a word. */
  void cut();
}
