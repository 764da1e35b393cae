/**
 * Voices on the wire: cloning, designing, listing, deleting. Names, types and limits: MiniMax API
 * reference, "Voice Clone" and "Voice Management".
 */
package dev.timbre.provider.client.wire.voice;
