/**
 * Making videos on the wire, from words, pictures or a template. Names, types and limits: MiniMax
 * API reference, "Video" and "Video template agent".
 */
package dev.timbre.provider.client.wire.video;
