/**
 * Speech over WebSocket: the handshake, the order of events in a session, and what faults do to
 * them. How text is checked, spoken and charged belongs to the speech package.
 */
package dev.timbre.sandbox.socket;
