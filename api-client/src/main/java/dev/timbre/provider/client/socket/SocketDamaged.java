package dev.timbre.provider.client.socket;

import java.io.IOException;

/** What arrived breaks the rules of WebSockets, or is more or of another kind than is taken. */
public final class SocketDamaged extends IOException {

  private static final long serialVersionUID = 1L;

  SocketDamaged(String reason) {
    super(reason);
  }

  SocketDamaged(String reason, Throwable cause) {
    super(reason, cause);
  }
}
