/**
 * Sound: decoding samples, measuring their pitch, speaking text and encoding the result. Knows
 * nothing of accounts, HTTP or the wire.
 */
package dev.timbre.sandbox.audio;
