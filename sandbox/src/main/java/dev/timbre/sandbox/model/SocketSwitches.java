package dev.timbre.sandbox.model;

/**
 * Switches of WebSocket speech.
 *
 * @param idleSeconds how long a connection may be silent, on the sandbox's clock, before it is
 *     closed with 2201
 * @param refuseWithStatus whether a handshake without a good key is answered with HTTP 401 instead
 *     of being accepted and ended by {@code task_failed}
 */
public record SocketSwitches(double idleSeconds, boolean refuseWithStatus) {
  static final SocketSwitches USUAL = new SocketSwitches(120, false);
}
