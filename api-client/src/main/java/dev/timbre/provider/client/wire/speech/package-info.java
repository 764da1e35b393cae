/**
 * Text to speech on the wire: in one answer, in a stream, over a WebSocket, and by order with the
 * files that such an order speaks. Names, types and limits: MiniMax API reference, "T2A". No HTTP
 * here: what goes out and comes in is moved elsewhere.
 */
package dev.timbre.provider.client.wire.speech;
