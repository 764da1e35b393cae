package dev.timbre.provider.client.socket;

import java.io.IOException;

/** The other side has closed the WebSocket in the orderly way, or at least said so. */
public final class SocketClosed extends IOException {

  private static final long serialVersionUID = 1L;

  private final int code;

  SocketClosed(int code) {
    super("closed by the provider with " + code);
    this.code = code;
  }

  /** Whether the code says that all is well: 1000, going away (1001), or none at all (1005). */
  public boolean isNormal() {
    return code == 1000 || code == 1001 || code == 1005;
  }
}
