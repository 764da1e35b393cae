/**
 * Speech over WebSocket: the handshake, the order of events in a session of either protocol, the
 * cutting of text that comes in pieces, and what faults do to all that. How text is checked, spoken
 * and charged belongs to the speech package.
 */
package dev.timbre.sandbox.socket;
