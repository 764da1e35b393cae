/**
 * Music, lyrics and covers on the wire. Names, types and limits: MiniMax API reference, "Music",
 * "Lyrics" and "Music cover".
 */
package dev.timbre.provider.client.wire.music;
